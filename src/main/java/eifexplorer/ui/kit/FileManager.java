package eifexplorer.ui.kit;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a file in the platform's file manager. */
public final class FileManager {
  private final String osName;

  /** For this platform, such as {@code Linux}. */
  public FileManager(String osName) {
    this.osName = osName;
  }

  /**
   * Opens the file's folder; where the platform can, with the file selected.
   *
   * @throws ProblemException if the file is gone or there is no file manager
   */
  public void reveal(Path file) {
    if (!Files.exists(file)) {
      throw ProblemException.inFile(
          file, "The file is no longer there", "Check the data set's folder.");
    }
    List<String> command = command(osName, file);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new ProblemException(
          "The file manager can't be started (" + command.get(0) + ")",
          file.toString(),
          "Copy the path and open the folder yourself.",
          e);
    }
  }

  /** The command that does it on a platform. */
  static List<String> command(String osName, Path file) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return List.of("explorer.exe", "/select,", file.toString());
    }
    if (os.contains("mac")) {
      return List.of("open", "-R", file.toString());
    }
    return List.of("xdg-open", file.toAbsolutePath().getParent().toString());
  }
}
