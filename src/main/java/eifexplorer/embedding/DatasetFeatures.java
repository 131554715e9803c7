package eifexplorer.embedding;

import eifexplorer.dataset.ImageDataset;
import java.util.Optional;

/**
 * A data set with the features of its samples.
 *
 * @param dataset without the samples that could not be read; those are among its skipped ones
 * @param train [N,F], row i belongs to training sample i
 * @param test [M,F], row i belongs to test sample i
 * @param trainStages averages of the network's stages, row i belongs to training sample i; empty where they are not kept
 */
public record DatasetFeatures(
    ImageDataset dataset,
    FeatureMatrix train,
    FeatureMatrix test,
    Optional<StageAverages> trainStages) {
  /** Features alone. */
  public DatasetFeatures(ImageDataset dataset, FeatureMatrix train, FeatureMatrix test) {
    this(dataset, train, test, Optional.empty());
  }
}
