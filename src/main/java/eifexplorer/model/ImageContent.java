package eifexplorer.model;

import eifexplorer.workspace.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The identity of an image file: its size and eight blocks of 2 KiB spread evenly over it, the first and the last bytes
 * among them; a file of up to 16 KiB is read whole. A compressed image that changes changes in size or from the place of
 * the change on; what is not seen is an uncompressed one that changed between the blocks only.
 */
public final class ImageContent {
  private static final int BLOCKS = 8;
  private static final int BLOCK = 2048;

  /** Stands for the identity of a file that can't be read. */
  public static final String UNREADABLE = "unreadable";

  private ImageContent() {}

  /** Sixteen hexadecimal digits, or {@code unreadable} for a file that is not there or can't be read. */
  public static String digits(Path file) {
    if (!Files.isRegularFile(file)) {
      return UNREADABLE; // a pipe would be waited for
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size, BLOCKS * BLOCK));
      boolean whole = size <= BLOCKS * BLOCK;
      for (int b = 0; b < (whole ? 1 : BLOCKS); b++) {
        bytes.limit(whole ? bytes.capacity() : (b + 1) * BLOCK);
        fill(channel, bytes, whole ? 0 : b * (size - BLOCK) / (BLOCKS - 1));
      }
      return Fingerprint.builder()
          .add("size", size)
          .add("blocks", new ByteArrayInputStream(bytes.array()))
          .build()
          .digits();
    } catch (IOException e) {
      return UNREADABLE;
    }
  }

  private static void fill(FileChannel channel, ByteBuffer bytes, long from) throws IOException {
    long position = from;
    while (bytes.hasRemaining()) {
      int count = channel.read(bytes, position);
      if (count < 0) {
        return;
      }
      position += count;
    }
  }
}
