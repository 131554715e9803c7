package eifexplorer.workspace;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the window keeps what happened: a file a day, {@code eif-explorer.2026-11-30.0.log}, and more
 * of a day on which much happened. Nothing of it is ever sent.
 *
 * @param folder made when the first line is written
 */
public record LogFolder(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(LogFolder.class);

  private static final Pattern OWN =
      Pattern.compile("eif-explorer\\.\\d{4}-\\d\\d-\\d\\d(\\.\\d+)?\\.log");

  /** Of the newest file no more is read than this. */
  private static final int MOST_BYTES = 64 * 1024;

  /** The last lines, oldest first; empty if there is no log or it can't be read. */
  public List<String> lastLines(int most) {
    try {
      Optional<Path> newest = newest();
      if (newest.isEmpty()) {
        return List.of();
      }
      List<String> lines = end(newest.get()).lines().toList();
      return lines.subList(Math.max(0, lines.size() - most), lines.size());
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Deletes the program's logs that were written to last so many days ago, under whatever names it gave them. */
  public void removeOlderThan(int days) {
    Instant limit = Instant.now().minus(Duration.ofDays(days));
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> OWN.matcher("" + f.getFileName()).matches()).toList()) {
        if (written(file).toInstant().isBefore(limit)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("An old log stays in {}", folder, e);
    }
  }

  /** The one that was written to last; of those written to at once, as copies may be, the last by name. */
  private Optional<Path> newest() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .max(
              Comparator.comparing(LogFolder::written)
                  .thenComparing(file -> file.getFileName().toString()));
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // gone since it was listed
    }
  }

  private static String end(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, in.length() - MOST_BYTES);
      byte[] bytes = new byte[(int) (in.length() - from)];
      in.seek(from);
      in.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }
  }
}
