package eifexplorer.image;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory as an image stream that remembers whether a reader wanted more than there is. */
final class ByteArrayImageStream extends ImageInputStreamImpl {
  private static final int MOST_BEYOND = 1 << 10;

  private final byte[] bytes;
  private boolean exhausted;
  private int beyond;

  ByteArrayImageStream(byte[] bytes) {
    this.bytes = bytes;
  }

  /** True once something was read, or tried to be read, beyond the last byte. */
  boolean exhausted() {
    return exhausted;
  }

  /** What to throw for a decoder's failure: that the file is cut short, if the decoder ran out of it. */
  IOException reasonFor(IOException failure) {
    if (!exhausted || failure instanceof EOFException) {
      return failure;
    }
    EOFException cutShort = new EOFException(failure.getMessage());
    cutShort.initCause(failure);
    return cutShort;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    if (streamPos >= bytes.length) {
      return end();
    }
    return bytes[(int) streamPos++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return end();
    }
    int n = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, target, offset, n);
    streamPos += n;
    return n;
  }

  /** A reader that goes on for ever as if zeros came after the end is stopped by what it does not overlook. */
  private int end() throws IOException {
    exhausted = true;
    if (++beyond > MOST_BEYOND) {
      throw new IOException("the picture goes on beyond its end");
    }
    return -1;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
