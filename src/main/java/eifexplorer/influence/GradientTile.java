package eifexplorer.influence;

import eifexplorer.math.ColumnTile;
import eifexplorer.math.CosineMove;
import eifexplorer.training.LinearLogits;
import java.util.Arrays;

/**
 * n training samples at the model's own weight, with what first and second derivatives of their losses need.
 *
 * @param labels [n]
 * @param units embeddings of length 1, columns [E][n]
 * @param lengths of the embeddings [n]
 * @param probabilities softmax of the logits, columns [C][n]
 * @param pulls d loss / d unit embedding r, columns [E][n]
 */
record GradientTile(
    int[] labels, float[][] units, double[] lengths, float[][] probabilities, float[][] pulls) {
  /**
   * From embeddings.
   *
   * @param embeddings columns [E][n]; become the units
   * @param proxies n(P) [C][E]
   * @param proxyColumns n(P)^T [E][C]
   */
  static GradientTile of(
      float[][] embeddings,
      int[] labels,
      float[][] proxies,
      float[][] proxyColumns,
      LinearLogits logits) {
    double[] lengths = lengths(embeddings);
    for (float[] column : embeddings) {
      for (int j = 0; j < column.length; j++) {
        column[j] = (float) (column[j] / lengths[j]);
      }
    }
    float[][] probabilities = ColumnTile.of(embeddings).times(proxies);
    softmax(probabilities, labels, logits);
    float[][] pulls = ColumnTile.of(probabilities).times(proxyColumns);
    for (int r = 0; r < pulls.length; r++) {
      for (int j = 0; j < labels.length; j++) {
        pulls[r][j] = (float) (logits.scale() * (pulls[r][j] - proxies[labels[j]][r]));
      }
    }
    return new GradientTile(labels, embeddings, lengths, probabilities, pulls);
  }

  private static double[] lengths(float[][] embeddings) {
    double[] squares = new double[embeddings[0].length];
    for (float[] column : embeddings) {
      for (int j = 0; j < squares.length; j++) {
        squares[j] += (double) column[j] * column[j];
      }
    }
    return Arrays.stream(squares).map(CosineMove::length).toArray();
  }

  /** Cosines [C][n] become probabilities. */
  private static void softmax(float[][] cosines, int[] labels, LinearLogits logits) {
    double[] values = new double[cosines.length];
    for (int j = 0; j < labels.length; j++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < values.length; c++) {
        values[c] = logits.scale() * cosines[c][j] - (c == labels[j] ? logits.ownShift() : 0);
        largest = Math.max(largest, values[c]);
      }
      double sum = 0;
      for (int c = 0; c < values.length; c++) {
        values[c] = Math.exp(values[c] - largest);
        sum += values[c];
      }
      for (int c = 0; c < values.length; c++) {
        cosines[c][j] = (float) (values[c] / sum);
      }
    }
  }

  /** n. */
  int size() {
    return labels.length;
  }

  /** d loss / d embedding {@code (r - u (u·r)) / ||e||}, columns [E][n]. */
  float[][] gradients() {
    return projected(pulls);
  }

  /** {@code (I - u u^T) y / ||e||} of columns y [E][n]. */
  float[][] projected(float[][] columns) {
    double[] along = dots(units, columns);
    float[][] projected = new float[columns.length][size()];
    for (int r = 0; r < columns.length; r++) {
      for (int j = 0; j < size(); j++) {
        projected[r][j] = (float) ((columns[r][j] - units[r][j] * along[j]) / lengths[j]);
      }
    }
    return projected;
  }

  /** Products of two matrices' columns sample by sample, [n]. */
  static double[] dots(float[][] a, float[][] b) {
    double[] sums = new double[a[0].length];
    for (int r = 0; r < a.length; r++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += (double) a[r][j] * b[r][j];
      }
    }
    return sums;
  }
}
