package eifexplorer.ui.shell;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.TypedPath;
import eifexplorer.ui.screen.Finder;
import eifexplorer.ui.screen.SearchHit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the file or folder whose path was typed or pasted, and opens it as if it had been dropped on the window. */
final class PathFinder implements Finder {
  private final Consumer<Path> open;

  PathFinder(Consumer<Path> open) {
    this.open = open;
  }

  @Override
  public List<SearchHit> find(String text) {
    return path(text)
        .filter(Files::exists)
        .filter(path -> DropTarget.of(path) != DropTarget.NONE)
        .map(this::hit)
        .map(List::of)
        .orElse(List.of());
  }

  private SearchHit hit(Path path) {
    return new SearchHit(
        Texts.of("Files"),
        DropTarget.of(path).action(),
        path.toString(),
        List.of(),
        () -> open.accept(path));
  }

  /** An absolute path as file managers and shells put it on the clipboard; empty for anything else. */
  static Optional<Path> path(String text) {
    return text.contains("/") || text.contains("\\")
        ? TypedPath.of(text).filter(Path::isAbsolute)
        : Optional.empty();
  }
}
