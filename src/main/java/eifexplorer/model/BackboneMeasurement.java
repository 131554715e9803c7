package eifexplorer.model;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.embedding.RetrievalReport;
import eifexplorer.image.Preprocessing;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.workspace.Fingerprint;
import java.util.Optional;

/** Measures what a back bone is worth as it is, without a workspace. */
public final class BackboneMeasurement {
  private final MatrixMath math;
  private final DatasetReferences datasets;
  private final DatasetPreparation preparation;
  private final BackboneFeatures features;
  private final TrustedPrograms programs;
  private final FeatureStore scratch;

  /** Keeps the features it extracts in {@code scratch}. */
  public BackboneMeasurement(
      MatrixMath math,
      DatasetReferences datasets,
      DatasetPreparation preparation,
      BackboneFeatures features,
      TrustedPrograms programs,
      FeatureStore scratch) {
    this.math = math;
    this.datasets = datasets;
    this.preparation = preparation;
    this.features = features;
    this.programs = programs;
    this.scratch = scratch;
  }

  /**
   * Recall@k, MAP@R and NMI on the test images: of the head's embeddings if the weights came with one, else of the plain
   * features, L2-normalised, so that neighbours are those of the largest cosine. Whoever names a program agrees to run it.
   */
  public RetrievalReport measure(BackboneRequest request, JobContext context) {
    BackboneSource source = BackboneSource.forMeasuring(request.weights(), request.backbone());
    source.program().ifPresent(programs::trust);
    preparation.prepare(request.dataset(), context);
    ImageDataset dataset = datasets.open(request.dataset());
    Preprocessing preprocessing = preprocessing(request, source);
    Fingerprint key = BackboneFeatures.fingerprint(dataset, preprocessing, source);
    DatasetFeatures found =
        features.findOrExtract(scratch, key, dataset, preprocessing, source, context);
    FeatureMatrix embeddings =
        source
            .embeddingHead()
            .map(head -> Embeddings.of(found.test(), head, math, context))
            .orElseGet(() -> Embeddings.normalised(found.test()));
    return new Measurement(math).test(found.dataset(), embeddings, context);
  }

  private static Preprocessing preprocessing(BackboneRequest request, BackboneSource source) {
    ModelFiles files =
        new ModelFiles(
            request.weights(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            request.resize(),
            request.crop(),
            request.preprocessing(),
            Optional.empty());
    return PreparedImages.of(request.weights(), files, source.spec().architecture(), false)
        .preprocessing();
  }
}
