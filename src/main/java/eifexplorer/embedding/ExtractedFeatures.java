package eifexplorer.embedding;

import java.util.Map;

/**
 * Features of a list of images.
 *
 * @param features [n,F], one row a file; all zero for an image left out
 * @param skipped row to reason, for the images left out
 */
public record ExtractedFeatures(FeatureMatrix features, Map<Integer, String> skipped) {
  /** Copies the map. */
  public ExtractedFeatures {
    skipped = Map.copyOf(skipped);
  }
}
