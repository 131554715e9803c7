package eifexplorer.array;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** An entry of a zip archive whose sum is compared once its last byte was read, which Java's archives leave out. */
final class SummedInput extends FilterInputStream {
  private final CRC32 sum = new CRC32();
  private final long size;
  private final long expected;
  private long read;

  SummedInput(InputStream in, long size, long expected) {
    super(in);
    this.size = size;
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > 0) {
      sum.update(target, offset, count);
      read += count;
    }
    if (read == size && sum.getValue() != expected) {
      throw new ZipException("its sum is not what the archive says: a bit was flipped");
    }
    return count;
  }

  /** Reads over them, so that they are in the sum. */
  @Override
  public long skip(long count) throws IOException {
    byte[] over = new byte[(int) Math.min(Math.max(count, 0), 1 << 13)];
    return Math.max(0, read(over, 0, over.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
