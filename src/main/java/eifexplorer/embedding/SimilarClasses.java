package eifexplorer.embedding;

/** Which training classes an annotator would take for which: by the cosine of their mean unit features. */
public final class SimilarClasses {
  private SimilarClasses() {}

  /**
   * For each class its most similar other one; the smaller label where two are as similar.
   *
   * @param features [N,F]
   * @param labels [N], in 0..C-1
   * @param classCount C, at least 2
   * @return [C]
   */
  public static int[] mostSimilar(FeatureMatrix features, int[] labels, int classCount) {
    double[][] centres = centres(features, labels, classCount);
    int[] most = new int[classCount];
    for (int c = 0; c < classCount; c++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int other = 0; other < classCount; other++) {
        double cosine = product(centres[c], centres[other]);
        if (other != c && cosine > best) {
          best = cosine;
          most[c] = other;
        }
      }
    }
    return most;
  }

  /** Unit sums of the classes' unit features. */
  private static double[][] centres(FeatureMatrix features, int[] labels, int classCount) {
    double[][] centres = new double[classCount][features.columns()];
    float[] row = new float[features.columns()];
    for (int i = 0; i < labels.length; i++) {
      features.copyRows(i, i + 1, row, 0);
      double squares = 0;
      for (float value : row) {
        squares += (double) value * value;
      }
      double factor = 1 / Math.max(Math.sqrt(squares), 1e-12);
      for (int j = 0; j < row.length; j++) {
        centres[labels[i]][j] += factor * row[j];
      }
    }
    for (double[] centre : centres) {
      double length = Math.max(Math.sqrt(product(centre, centre)), 1e-12);
      for (int j = 0; j < centre.length; j++) {
        centre[j] /= length;
      }
    }
    return centres;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
