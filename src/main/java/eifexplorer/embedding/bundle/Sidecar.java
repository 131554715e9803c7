package eifexplorer.embedding.bundle;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Text files beside a bundle, or in its folder, that hold one line an element: {@code birds.train_paths.txt}. */
final class Sidecar {
  private Sidecar() {}

  /** The lines of the file of this name; empty if there is none. Throws {@link ProblemException} if it can't be read. */
  static Optional<List<String>> lines(Path bundle, String name) {
    Path text = file(bundle, name);
    if (!Files.isRegularFile(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(RegularFile.lines(text));
    } catch (IOException e) {
      throw new ProblemException(
          "The lines can't be read", text.toString(), "Save them in UTF-8.", e);
    }
  }

  private static Path file(Path bundle, String name) {
    if (Files.isDirectory(bundle)) {
      return bundle.resolve(name + ".txt");
    }
    String stem = bundle.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return bundle.resolveSibling(stem + "." + name + ".txt");
  }
}
