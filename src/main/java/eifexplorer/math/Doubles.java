package eifexplorer.math;

import java.util.Arrays;

/** Plain loops over vectors; start here for what a kernel does to one row. */
public final class Doubles {
  private Doubles() {}

  /** The same values in double precision. */
  public static double[] of(float[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = values[i];
    }
    return out;
  }

  /** Rounded to single precision. */
  public static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** The sum of products; four partial sums, because one would wait for itself. */
  public static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 = Math.fma(a[i], b[i], s0);
      s1 = Math.fma(a[i + 1], b[i + 1], s1);
      s2 = Math.fma(a[i + 2], b[i + 2], s2);
      s3 = Math.fma(a[i + 3], b[i + 3], s3);
    }
    for (; i < a.length; i++) {
      s0 = Math.fma(a[i], b[i], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** {@code a - b}. */
  public static double[] difference(double[] a, double[] b) {
    double[] difference = a.clone();
    addScaled(difference, -1, b);
    return difference;
  }

  /** {@code a += factor b}. */
  public static void addScaled(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.fma(factor, b[i], a[i]);
    }
  }

  /** {@code a += factor b}, each product rounded to a float first. */
  public static void addScaled(float[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += (float) (factor * b[i]);
    }
  }

  /** {@code a += factor b}. */
  public static void addScaled(float[] a, double factor, float[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += (float) factor * b[i];
    }
  }

  /** {@code a *= factor}. */
  public static void scale(double[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
  }

  /** Whether no value is NaN or infinite. */
  public static boolean areFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** Replaces logits by {@code exp(z / temperature)} divided by their sum; NaN counts as impossible. */
  public static double[] softmax(double[] logits, double temperature) {
    double largest = Arrays.stream(logits).filter(z -> !Double.isNaN(z)).max().orElse(Double.NaN);
    double[] p = new double[logits.length];
    double sum = 0;
    for (int c = 0; c < p.length; c++) {
      p[c] = Double.isNaN(logits[c]) ? 0 : Math.exp((logits[c] - largest) / temperature);
      sum += p[c];
    }
    for (int c = 0; sum > 0 && c < p.length; c++) {
      p[c] /= sum;
    }
    return p;
  }
}
