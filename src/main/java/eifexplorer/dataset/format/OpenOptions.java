package eifexplorer.dataset.format;

import eifexplorer.dataset.NoiseSpec;
import java.util.Optional;

/**
 * How a data set is opened.
 *
 * @param checkFiles whether absent files are looked for and left out
 * @param noise label noise to inject
 */
public record OpenOptions(boolean checkFiles, Optional<NoiseSpec> noise) {
  /** Files are checked, no noise is injected. */
  public static OpenOptions standard() {
    return new OpenOptions(true, Optional.empty());
  }

  /** The same without looking for the files: for annotations without images. */
  public OpenOptions withoutFileCheck() {
    return new OpenOptions(false, noise);
  }

  /** The same with label noise. */
  public OpenOptions withNoise(NoiseSpec spec) {
    return new OpenOptions(checkFiles, Optional.of(spec));
  }
}
