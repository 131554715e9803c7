package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.Cholesky;
import eifexplorer.math.MatrixMath;
import java.io.Serializable;

/** What {@link RidgeFit} needs of samples in the form for more samples than features: sums over them, which can be added up. */
final class RidgeSums implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS_AT_ONCE = 1024;

  private final Centring centring;
  private final float[] gram;
  private final double[] classes;
  private double squares;

  private RidgeSums(Centring centring, int classCount) {
    int size = centring.columns();
    this.centring = centring;
    this.gram = new float[size * size];
    this.classes = new double[classCount * size];
  }

  /** Sums over samples with features [n,F], centred as all are. */
  static RidgeSums of(
      FeatureMatrix features,
      int[] labels,
      int classCount,
      Centring centring,
      MatrixMath math,
      JobContext context) {
    RidgeSums sums = new RidgeSums(centring, classCount);
    for (int from = 0; from < labels.length; from += ROWS_AT_ONCE) {
      context.checkCancelled();
      int to = Math.min(labels.length, from + ROWS_AT_ONCE);
      sums.add(centring.rows(features, from, to), labels, from, to, math);
    }
    return sums;
  }

  private void add(float[] rows, int[] labels, int from, int to, MatrixMath math) {
    int size = centring.columns();
    float[] part = new float[gram.length];
    math.transposedTimes(rows, size, rows, size, to - from, part);
    for (int k = 0; k < gram.length; k++) {
      gram[k] += part[k];
    }
    for (int k = 0; k < rows.length; k++) {
      squares += (double) rows[k] * rows[k];
      classes[labels[from + k / size] * size + k % size] += rows[k];
    }
  }

  /** Sums over these samples and others, centred alike. */
  RidgeSums plus(RidgeSums other) {
    RidgeSums both = new RidgeSums(centring, classes.length / centring.columns());
    for (int k = 0; k < gram.length; k++) {
      both.gram[k] = gram[k] + other.gram[k];
    }
    for (int k = 0; k < classes.length; k++) {
      both.classes[k] = classes[k] + other.classes[k];
    }
    both.squares = squares + other.squares;
    return both;
  }

  /** F trace(K). */
  double squares() {
    return squares;
  }

  /** Solves for B with a ridge, once these are the sums over all samples. */
  RidgeSolution solve(double ridge, MatrixMath math) {
    int size = centring.columns();
    int classCount = classes.length / size;
    float[] factor = Cholesky.inverseFactor(RidgeFit.ridged(gram, size, size, ridge));
    float[] turned = new float[classes.length];
    math.timesTransposed(targets(), classCount, factor, size, size, turned);
    float[] out = new float[turned.length];
    math.times(turned, classCount, factor, size, size, out);
    for (int k = 0; k < out.length; k++) {
      out[k] /= size;
    }
    return new RidgeSolution(centring, factor, out);
  }

  /** (Z^T Y)^T [C,F]: sums of Z over each class, less the sum of all divided by C. */
  private float[] targets() {
    int size = centring.columns();
    int classCount = classes.length / size;
    double[] all = new double[size];
    for (int k = 0; k < classes.length; k++) {
      all[k % size] += classes[k];
    }
    float[] targets = new float[classes.length];
    for (int k = 0; k < targets.length; k++) {
      targets[k] = (float) (classes[k] - all[k % size] / classCount);
    }
    return targets;
  }
}
