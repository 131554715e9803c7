package eifexplorer.review.suspect;

import java.io.Serializable;

/** Mean and deviation of some values, NaN left out. */
record Scale(double mean, double deviation) implements Serializable {
  private static final long serialVersionUID = 1L;

  static Scale of(double[][] rows) {
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (double[] row : rows) {
      for (double value : row) {
        if (!Double.isNaN(value)) {
          sum += value;
          squares += value * value;
          count++;
        }
      }
    }
    double mean = sum / Math.max(1, count);
    double variance = squares / Math.max(1, count) - mean * mean;
    return new Scale(mean, variance > 0 ? Math.sqrt(variance) : 1);
  }

  double apply(double value) {
    return (value - mean) / deviation;
  }
}
