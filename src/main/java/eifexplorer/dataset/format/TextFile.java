package eifexplorer.dataset.format;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.problem.WrongFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads small text files of unknown encoding. */
final class TextFile {
  private static final long LIMIT = 64L << 20;

  private TextFile() {}

  /**
   * The whole text without a byte order mark: as UTF-16 or UTF-32 if the first characters say so, as UTF-8 if it is valid,
   * otherwise as Latin-1.
   *
   * @throws ProblemException if the file can't be read, is larger than 64 MiB, or is known not to be text
   */
  static String read(Path file) {
    byte[] bytes = bytes(file, LIMIT);
    if (bytes.length > 0) {
      WrongFile.of(file, Arrays.copyOf(bytes, Math.min(bytes.length, 32)))
          .ifPresent(
              problem -> {
                throw problem;
              });
    }
    String text = wide(bytes).map(set -> new String(bytes, set)).orElseGet(() -> narrow(bytes));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String narrow(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** The encoding in two or four bytes a character that the first characters show: a mark, or one with zeros around it. */
  private static Optional<Charset> wide(byte[] bytes) {
    if (bytes.length < 4) {
      return Optional.empty();
    }
    return switch (ByteBuffer.wrap(bytes).getInt()) {
      case 0xfffe0000 -> Optional.of(Charset.forName("UTF-32LE"));
      case 0x0000feff -> Optional.of(Charset.forName("UTF-32BE"));
      default -> twoBytes(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff, bytes[3] & 0xff);
    };
  }

  private static Optional<Charset> twoBytes(int first, int second, int third, int fourth) {
    if ((first == 0xff && second == 0xfe) || (second == 0 && fourth == 0 && first != 0)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return (first == 0xfe && second == 0xff) || (first == 0 && third == 0 && second != 0)
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  /** The whole file. Throws {@link ProblemException} if it can't be read or is larger than {@code limit} bytes. */
  static byte[] bytes(Path file, long limit) {
    try {
      return RegularFile.bytes(file, limit);
    } catch (IOException e) {
      throw new ProblemException(
          "The annotation file can't be read",
          file.toString(),
          "Check that it exists and that you may read it.",
          e);
    }
  }
}
