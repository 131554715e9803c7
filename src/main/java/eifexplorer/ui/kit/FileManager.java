package eifexplorer.ui.kit;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Shows a file in the platform's file manager, or opens it. */
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
    start(
        file,
        command(osName, file),
        Texts.of("The file manager"),
        Texts.of("Copy the path and open the folder yourself."));
  }

  /**
   * Opens the file in the program the system has for it.
   *
   * @throws ProblemException if the file is gone or it can't be opened
   */
  public void open(Path file) {
    start(
        file,
        openCommand(osName, file),
        Texts.of("The system's viewer"),
        Texts.of("Copy the path and open it yourself."));
  }

  private static void start(Path file, List<String> command, String what, String instead) {
    if (!Files.exists(file)) {
      throw ProblemException.inFile(
          file, Texts.of("The file is no longer there"), Texts.of("Check the data set's folder."));
    }
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new ProblemException(
          what + " can't be started (" + command.get(0) + ")", file.toString(), instead, e);
    }
  }

  /** The command that shows a file in its folder on a platform. */
  static List<String> command(String osName, Path file) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return List.of("explorer.exe", "/select,", file.toString());
    }
    if (os.contains("mac")) {
      return List.of("open", "-R", file.toString());
    }
    Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    return List.of("xdg-open", folder.toString());
  }

  /** The command that opens a file on a platform. */
  static List<String> openCommand(String osName, Path file) {
    String os = osName.toLowerCase(Locale.ROOT);
    String program = "xdg-open";
    if (os.contains("win")) {
      program = "explorer.exe";
    } else if (os.contains("mac")) {
      program = "open";
    }
    return List.of(program, file.toAbsolutePath().toString());
  }
}
