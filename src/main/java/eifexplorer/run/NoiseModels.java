package eifexplorer.run;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelNoise;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.embedding.SimilarClasses;
import eifexplorer.image.Preprocessing;
import eifexplorer.job.JobContext;
import eifexplorer.model.BackboneFeatures;
import eifexplorer.model.BackboneSource;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Fingerprint;

/** Completes label noise that depends on the images: which classes look alike is found out by the back bone's features. */
public final class NoiseModels {
  private final BackboneFeatures features;
  private final FeatureStore scratch;

  /** Features are kept in {@code scratch}, since there may be no workspace yet. */
  public NoiseModels(BackboneFeatures features, FeatureStore scratch) {
    this.features = features;
    this.scratch = scratch;
  }

  /** Whether the reference asks for noise between classes that look alike, and does not say which do. */
  private static boolean areIncomplete(DatasetReference reference) {
    return reference.noiseFraction() > 0 && reference.noiseModel().equals(LabelNoise.CONFUSION);
  }

  /**
   * The same reference, the noise model {@code confusion} with the classes that are taken for each other.
   *
   * @param clean the data set without the noise
   */
  DatasetReference complete(
      DatasetReference reference,
      ImageDataset clean,
      TrainingPlan plan,
      BackboneSource start,
      JobContext context) {
    if (!areIncomplete(reference)) {
      return reference;
    }
    Preprocessing preprocessing = plan.network().images();
    Fingerprint key = BackboneFeatures.fingerprint(clean, preprocessing, start);
    DatasetFeatures found =
        features.findOrExtract(scratch, key, clean, preprocessing, start, context);
    int[] mostSimilar =
        SimilarClasses.mostSimilar(
            found.train(), found.dataset().trainLabels(), clean.trainClassCount());
    return reference.withNoiseModel(LabelNoise.confusion(mostSimilar).id());
  }
}
