package eifexplorer.engine.checkpoint;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that knows how many bytes are left, so that a length read from it is never believed beyond that. */
final class CountedInput extends FilterInputStream {
  private long remaining;

  CountedInput(InputStream in, long length) {
    super(in);
    this.remaining = length;
  }

  long remaining() {
    return remaining;
  }

  /** Exactly {@code length} bytes, taken from memory only if the stream still has them. */
  byte[] readFully(long length) throws IOException {
    if (length < 0 || length > remaining || length > Integer.MAX_VALUE - 16) {
      throw new EOFException(length + " bytes are announced where " + remaining + " are left");
    }
    byte[] bytes = readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException("The file ends early");
    }
    return bytes;
  }

  @Override
  public int read() throws IOException {
    int value = remaining > 0 ? super.read() : -1;
    remaining -= value >= 0 ? 1 : 0;
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (remaining <= 0 && length > 0) {
      return -1;
    }
    int count = super.read(target, offset, (int) Math.min(length, remaining));
    remaining -= Math.max(count, 0);
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
