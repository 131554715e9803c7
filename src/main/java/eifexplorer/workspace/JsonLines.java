package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of JSON values, one a line, that only grows. A line is on the disk when {@link #append} returns; a last line that
 * a killed program left half-written is overlooked by {@link #read} and ended by the next {@link #append}.
 */
public final class JsonLines {
  private static final Logger LOG = LoggerFactory.getLogger(JsonLines.class);

  private static final long MOST_BYTES = 1L << 30;

  /** Ends a line that is none. */
  private static final char TORN = '\u0018';

  /** Writes bytes at a channel's place; may fail after some of them. */
  @FunctionalInterface
  interface Output {
    void write(FileChannel channel, ByteBuffer bytes) throws IOException;
  }

  private final Path file;
  private final Output output;

  /** A file that need not be there yet. */
  public JsonLines(Path file) {
    this(file, JsonLines::writeAll);
  }

  /** The same, written in another way. */
  JsonLines(Path file, Output output) {
    this.file = file;
    this.output = output;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /**
   * Every whole line.
   *
   * @throws ProblemException naming the line if one that is not the last is not understood
   */
  public <T> List<T> read(Class<T> type) {
    return read((line, source) -> Json.parseLine(line, type, source));
  }

  /** The same of a file in which fields may be missing, as {@link Json#parse(String, Class, String, String)} reads them. */
  public <T> List<T> read(Class<T> type, String usual) {
    return read((line, source) -> Json.parse(line, type, source, usual));
  }

  /** Every line that is understood, of a file that only saves time: the log tells of the others. */
  public <T> List<T> readIntact(Class<T> type) {
    return read((line, source) -> intact(line, type, source)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static <T> Optional<T> intact(String line, Class<T> type, String source) {
    try {
      return Optional.of(Json.parseLine(line, type, source));
    } catch (ProblemException e) {
      LOG.warn("A damaged line is left out. {}", e.getMessage());
      return Optional.empty();
    }
  }

  private <T> List<T> read(BiFunction<String, String, T> parse) {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = text();
    List<T> values = new ArrayList<>();
    int number = 1;
    for (int from = 0, to; (to = text.indexOf('\n', from)) >= 0; from = to + 1, number++) {
      String line = text.substring(from, to);
      boolean torn = line.endsWith(String.valueOf(TORN));
      if (!line.isBlank() && !torn) {
        values.add(parse.apply(line, file + ", line " + number));
      }
    }
    return values;
  }

  private String text() {
    try {
      // Not readString: a torn line may end inside a character.
      return new String(RegularFile.bytes(file, MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ProblemException("The file can't be read", file.toString(), "", e);
    }
  }

  /**
   * Adds a line and forces it to the disk.
   *
   * @throws ProblemException if it can't be written; the file is then as it was
   */
  public synchronized void append(Object value) {
    appendAll(List.of(value));
  }

  /**
   * Adds lines, all in one write, and forces them to the disk.
   *
   * @throws ProblemException if they can't be written, as on a full disk; the file is then as it was, without any of them
   */
  public synchronized void appendAll(List<?> values) {
    if (values.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        StringBuilder lines = new StringBuilder(ending(channel));
        values.forEach(value -> lines.append(Json.line(value)).append('\n'));
        addOrTakeBack(channel, lines.toString().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The line can't be added", file.toString(), "Check the free space and permissions.", e);
    }
  }

  private void addOrTakeBack(FileChannel channel, byte[] bytes) throws IOException {
    long before = channel.size();
    try {
      channel.position(before);
      output.write(channel, ByteBuffer.wrap(bytes));
      channel.force(true);
    } catch (IOException e) {
      try {
        channel.truncate(before);
        channel.force(true);
      } catch (IOException stays) {
        e.addSuppressed(stays);
      }
      throw e;
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** What ends a torn last line: the CAN character marks it as none. */
  private static String ending(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return "";
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) == '\n' ? "" : TORN + "\n";
  }
}
