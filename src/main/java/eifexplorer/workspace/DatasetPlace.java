package eifexplorer.workspace;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a data set lies.
 *
 * @param root folder or file, absolute
 * @param images the folder its images lie in, absolute; empty for where the data set's own files say
 * @param followLinks whether links that lead out of the folder are followed
 */
public record DatasetPlace(Path root, Optional<Path> images, boolean followLinks) {
  /** Makes both absolute. */
  public DatasetPlace {
    root = root.toAbsolutePath().normalize();
    images = images.map(folder -> folder.toAbsolutePath().normalize());
  }

  /** A data set whose links that lead out are not followed. */
  public DatasetPlace(Path root, Optional<Path> images) {
    this(root, images, false);
  }

  /** A data set whose images lie where its own files say. */
  public DatasetPlace(Path root) {
    this(root, Optional.empty());
  }
}
