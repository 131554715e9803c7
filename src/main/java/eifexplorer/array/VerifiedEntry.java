package eifexplorer.array;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** An entry of an archive whose bytes are held against its checksum once the last is read, which {@code ZipFile} does not. */
final class VerifiedEntry extends InputStream {
  private final InputStream in;
  private final ZipEntry entry;
  private final CRC32 sum = new CRC32();
  private long remaining;

  VerifiedEntry(InputStream in, ZipEntry entry) {
    this.in = in;
    this.entry = entry;
    this.remaining = entry.getSize();
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
      remaining -= count;
      if (remaining <= 0 && sum.getValue() != entry.getCrc()) {
        throw new ZipException("The checksum of " + entry.getName() + " is wrong");
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
