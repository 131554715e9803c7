package eifexplorer.ui.kit;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** A path as people type it and as file managers and shells put it on the clipboard. */
public final class TypedPath {
  private TypedPath() {}

  /** The path: without quotes, from a {@code file:} address, {@code ~} for the home folder; empty for what can't be one. */
  public static Optional<Path> of(String text) {
    String bare = text.strip().replaceAll("^['\"]|['\"]$", "");
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (bare.startsWith("file:")) {
        return Optional.of(Path.of(URI.create(bare.replace(" ", "%20"))));
      }
      if (bare.equals("~") || bare.startsWith("~/")) {
        String below = bare.substring(Math.min(2, bare.length()));
        return Optional.of(Path.of(System.getProperty("user.home"), below));
      }
      return Optional.of(Path.of(bare));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      // No path, or an address of another kind.
      return Optional.empty();
    }
  }
}
