package eifexplorer.dataset.format;

import eifexplorer.dataset.NoiseSpec;
import java.util.Optional;

/**
 * How a data set is opened.
 *
 * @param checkFiles whether absent files are looked for and left out
 * @param noise label noise to inject
 * @param followLinks whether links that lead out of the data set's folder are followed
 */
public record OpenOptions(boolean checkFiles, Optional<NoiseSpec> noise, boolean followLinks) {
  /** Files are checked, no noise is injected, links that lead out are not followed. */
  public static OpenOptions standard() {
    return new OpenOptions(true, Optional.empty(), false);
  }

  /** The same without looking for the files: for annotations without images. */
  public OpenOptions withoutFileCheck() {
    return new OpenOptions(false, noise, followLinks);
  }

  /** The same with label noise. */
  public OpenOptions withNoise(NoiseSpec spec) {
    return new OpenOptions(checkFiles, Optional.of(spec), followLinks);
  }

  /** The same with links that lead out followed or not. */
  public OpenOptions withLinks(boolean follow) {
    return new OpenOptions(checkFiles, noise, follow);
  }
}
