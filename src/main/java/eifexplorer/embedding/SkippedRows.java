package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.workspace.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** The rows left out of a feature file, noted beside it as they are found: one {@code row TAB reason} a line. */
final class SkippedRows {
  private final Path file;

  private SkippedRows(Path file) {
    this.file = file;
  }

  static SkippedRows beside(Path target) {
    return new SkippedRows(target.resolveSibling(target.getFileName() + ".skipped"));
  }

  /** Adds a row before its place in the feature file is written, so that a killed run never loses it. */
  void add(int row, String reason) {
    String line = row + "\t" + reason.replaceAll("\\s+", " ") + "\n";
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new ProblemException(
          "The file can't be written", file.toString(), "Check the free space.", e);
    }
  }

  /** Forgets rows from {@code row} on: they will be looked at again. */
  void keepBefore(int row) {
    Map<Integer, String> kept = read();
    kept.keySet().removeIf(r -> r >= row);
    StringBuilder text = new StringBuilder();
    kept.forEach((r, reason) -> text.append(r).append('\t').append(reason).append('\n'));
    AtomicFiles.writeText(file, text.toString());
  }

  /** Removes the notes, once the index holds what they say. */
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ProblemException("The file can't be deleted", file.toString(), "", e);
    }
  }

  /** Row to reason, by row; a line cut off by a kill is left out. */
  Map<Integer, String> read() {
    Map<Integer, String> rows = new TreeMap<>();
    if (!Files.exists(file)) {
      return rows;
    }
    try {
      for (String line : RegularFile.lines(file)) {
        int tab = line.indexOf('\t');
        if (tab > 0 && line.substring(0, tab).matches("\\d{1,9}")) {
          rows.put(Integer.parseInt(line.substring(0, tab)), line.substring(tab + 1));
        }
      }
    } catch (IOException e) {
      throw new ProblemException("The file can't be read", file.toString(), "", e);
    }
    return rows;
  }
}
