package eifexplorer.dataset.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which links in the folder of a data set are followed: those that stay in it, and others only where the user asked for it. A
 * stranger's data set could otherwise show any file of the user's as one of its images.
 */
final class LinkBounds {
  private static final String OUTSIDE =
      "it is a link that leads out of the data set's folder; such links are read with"
          + " --follow-links";

  /** The folder without links; empty if links may lead anywhere. */
  private final Optional<Path> folder;

  private LinkBounds(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Links may lead anywhere. */
  static LinkBounds none() {
    return new LinkBounds(Optional.empty());
  }

  /** Links must stay below a folder unless they are all followed. */
  static LinkBounds of(Path root, boolean followLinks) {
    return followLinks ? none() : new LinkBounds(Optional.of(real(root)));
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException e) {
      return root.toAbsolutePath().normalize(); // nothing can be read there, whatever it links to
    }
  }

  /** Why a file or folder whose own folder lies within is not read; empty if it is. */
  Optional<String> trouble(Path entry) {
    return folder.isPresent() && Files.isSymbolicLink(entry) && leadsOut(entry, folder.get())
        ? Optional.of(OUTSIDE)
        : Optional.empty();
  }

  private static boolean leadsOut(Path link, Path folder) {
    try {
      return !link.toRealPath().startsWith(folder);
    } catch (IOException e) {
      return false; // it leads nowhere, which is said as such
    }
  }
}
