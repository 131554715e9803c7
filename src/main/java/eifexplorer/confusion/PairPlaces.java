package eifexplorer.confusion;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import java.util.List;

/**
 * Where a model puts pairs of test images.
 *
 * @param distances [P] squared distance of the unit embeddings, 0..4
 * @param ranks [P] place of a pair's second image among the euclidean neighbours of its first, from 1
 */
public record PairPlaces(double[] distances, double[] ranks) {
  /** The places of some pairs among embeddings [M,E] of the test images. */
  public static PairPlaces of(FeatureMatrix embeddings, List<ConfusionPair> pairs) {
    double[] distances = new double[pairs.size()];
    double[] ranks = new double[distances.length];
    for (int p = 0; p < distances.length; p++) {
      ConfusionPair pair = pairs.get(p);
      distances[p] =
          Embeddings.normalisedSquaredDistance(
              embeddings.row(pair.wrong()), embeddings.row(pair.confusedWith()));
      ranks[p] = rank(embeddings, pair);
    }
    return new PairPlaces(distances, ranks);
  }

  private static double rank(FeatureMatrix embeddings, ConfusionPair pair) {
    float[] query = embeddings.row(pair.wrong());
    double reference = squares(query, embeddings.row(pair.confusedWith()));
    int nearer = 0;
    for (int i = 0; i < embeddings.rows(); i++) {
      if (i != pair.wrong()
          && i != pair.confusedWith()
          && squares(query, embeddings.row(i)) < reference) {
        nearer++;
      }
    }
    return nearer + 1;
  }

  private static double squares(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = (double) a[j] - b[j];
      sum += difference * difference;
    }
    return sum;
  }
}
