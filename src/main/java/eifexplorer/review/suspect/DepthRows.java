package eifexplorer.review.suspect;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.StageAverages;
import java.util.Arrays;

/**
 * Features and the averages of the network's earlier stages side by side [N,F+D], each part divided by its spread: the root of the
 * mean square of the differences to its columns' means. So every depth counts alike, whatever its unit.
 *
 * @param features [N,F]
 * @param stages [N,D]
 * @param scales one over the spread of the part each column is of [F+D]
 */
record DepthRows(FeatureMatrix features, FeatureMatrix stages, float[] scales)
    implements FeatureMatrix {
  /** The training rows of a bundle; of one without stages the features as they are. */
  static FeatureMatrix of(EmbeddingBundle bundle) {
    FeatureMatrix features = bundle.trainFeatures();
    return bundle
        .trainStages()
        .<FeatureMatrix>map(
            stages -> new DepthRows(features, stages.rows(), scales(features, stages)))
        .orElse(features);
  }

  /** F+D of a bundle. */
  static int columns(EmbeddingBundle bundle) {
    return bundle.trainFeatures().columns()
        + bundle.trainStages().map(stages -> stages.rows().columns()).orElse(0);
  }

  private static float[] scales(FeatureMatrix features, StageAverages stages) {
    double[] variances =
        Arrays.copyOf(variances(features), features.columns() + stages.rows().columns());
    double[] ofStages = variances(stages.rows());
    System.arraycopy(ofStages, 0, variances, features.columns(), ofStages.length);
    float[] scales = new float[variances.length];
    fill(scales, variances, 0, features.columns());
    int from = features.columns();
    for (int channels : stages.channels()) {
      fill(scales, variances, from, from + channels);
      from += channels;
    }
    return scales;
  }

  private static void fill(float[] scales, double[] variances, int from, int to) {
    double mean = Arrays.stream(variances, from, to).sum() / (to - from);
    Arrays.fill(scales, from, to, mean == 0 ? 1 : (float) (1 / Math.sqrt(mean)));
  }

  /** Mean square of the differences to its mean, for each column, by Welford's updates. */
  private static double[] variances(FeatureMatrix matrix) {
    double[] means = new double[matrix.columns()];
    double[] squares = new double[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      float[] row = matrix.row(i);
      for (int j = 0; j < row.length; j++) {
        double before = row[j] - means[j];
        means[j] += before / (i + 1);
        squares[j] += before * (row[j] - means[j]) / matrix.rows();
      }
    }
    return squares;
  }

  @Override
  public int rows() {
    return features.rows();
  }

  @Override
  public int columns() {
    return scales.length;
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    float[] earlier = new float[stages.columns()];
    for (int i = from; i < to; i++) {
      int at = offset + (i - from) * columns();
      features.copyRows(i, i + 1, target, at);
      stages.copyRows(i, i + 1, earlier, 0);
      System.arraycopy(earlier, 0, target, at + features.columns(), earlier.length);
      for (int j = 0; j < columns(); j++) {
        target[at + j] *= scales[j];
      }
    }
  }
}
