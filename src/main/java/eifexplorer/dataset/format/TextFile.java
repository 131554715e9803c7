package eifexplorer.dataset.format;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small text files of unknown encoding. */
final class TextFile {
  private static final long LIMIT = 64L << 20;

  private TextFile() {}

  /**
   * The whole text without a byte order mark: as UTF-16 if one says so, as UTF-8 if it is valid, otherwise as Latin-1.
   *
   * @throws ProblemException if the file can't be read or is larger than 64 MiB
   */
  static String read(Path file) {
    byte[] bytes = bytes(file, LIMIT);
    if (bytes.length > 1 && isUtf16Mark(bytes[0] & 0xff, bytes[1] & 0xff)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isUtf16Mark(int first, int second) {
    return (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
  }

  /** The whole file. Throws {@link ProblemException} if it can't be read or is larger than {@code limit} bytes. */
  static byte[] bytes(Path file, long limit) {
    try {
      if (Files.size(file) > limit) {
        throw ProblemException.inFile(
            file,
            "The annotation file is larger than " + (limit >> 20) + " MiB",
            "Check that it is the right file.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ProblemException(
          "The annotation file can't be read",
          file.toString(),
          "Check that it exists and that you may read it.",
          e);
    }
  }
}
