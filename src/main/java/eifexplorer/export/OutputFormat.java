package eifexplorer.export;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.Locale;

/** Format of an exported file, told from its ending. */
public enum OutputFormat {
  NPZ,
  CSV,
  JSON,
  HTML,
  PNG;

  /**
   * The format of a file.
   *
   * @throws ProblemException if the ending is none of {@code allowed}
   */
  public static OutputFormat of(Path file, OutputFormat... allowed) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    StringBuilder endings = new StringBuilder();
    for (OutputFormat format : allowed) {
      String ending = "." + format.name().toLowerCase(Locale.ROOT);
      if (name.endsWith(ending)) {
        return format;
      }
      endings.append(endings.isEmpty() ? "" : ", ").append(ending);
    }
    throw ProblemException.badValue("output file", file, "a name ending in " + endings);
  }
}
