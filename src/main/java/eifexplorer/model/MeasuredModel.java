package eifexplorer.model;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.PairPlaces;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model makes of the test images.
 *
 * @param metrics recall@k, MAP@R and NMI by name
 * @param places where it puts the pairs that are compared
 */
public record MeasuredModel(Map<String, Double> metrics, PairPlaces places) {
  /**
   * Measures a head on features.
   *
   * @param measured with the test images and labels that are measured with
   * @param test [M,F] features of all test images, which the pairs' indices are about
   */
  public static MeasuredModel of(
      DatasetFeatures measured,
      FeatureMatrix test,
      EmbeddingHead head,
      List<ConfusionPair> pairs,
      MatrixMath math,
      JobContext context) {
    FeatureMatrix embeddings = Embeddings.of(measured.test(), head, math, context);
    FeatureMatrix all =
        measured.test() == test ? embeddings : Embeddings.of(test, head, math, context);
    Map<String, Double> metrics = new LinkedHashMap<>();
    new Measurement(math)
        .test(measured.dataset(), embeddings, context)
        .asMap()
        .forEach((name, value) -> metrics.put(name, value.doubleValue()));
    return new MeasuredModel(metrics, PairPlaces.of(all, pairs));
  }
}
