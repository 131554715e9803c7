package eifexplorer.ui.guide;

import eifexplorer.workspace.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What the program has to say of itself at length, in one file for a browser. */
public final class Guide {
  /** The pages' names, in the order they are read. */
  static final List<String> PAGES =
      List.of(
          "guide",
          "keys",
          "command-line",
          "commands",
          "files",
          "experiments",
          "worth",
          "science",
          "spark",
          "code",
          "changes");

  private Guide() {}

  /**
   * Writes it.
   *
   * @param folder where {@code guide.html} goes
   * @param place identifier of the heading that a browser turns to, such as {@code guide--explore}; empty for the beginning
   * @return the file
   * @throws eifexplorer.problem.ProblemException if it can't be written
   */
  public static Path write(Path folder, String place) {
    Path file = folder.resolve("guide.html").toAbsolutePath();
    AtomicFiles.writeText(file, html(place));
    return file;
  }

  /** The file's text. */
  static String html(String place) {
    List<GuidePage> pages =
        PAGES.stream()
            .map(name -> GuidePage.of(name, resource("/eifexplorer/guide/" + name + ".md")))
            .toList();
    return new GuideHtml(
            pages,
            resource("/eifexplorer/ui/guide.css"),
            picture -> bytes("/eifexplorer/guide/" + picture))
        .text(place);
  }

  private static String resource(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Guide.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
