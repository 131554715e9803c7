package eifexplorer.math;

import java.util.Arrays;

/**
 * How the logits of a tile's n samples, linear in the cosines, change relative to that of the own class: {@code d_c = scale
 * (m_c stretch + a_c - a_y)} with {@code m_c = cos_c - cos_y} and {@code a = T/||e'|| (V n(P)^T)}; see {@link CosineMove}. A
 * pair's moves, of rank 2, are taken together class by class; of any other rank they are multiplied for several classes at
 * once. Not for use from several threads.
 */
public final class LogitMove {
  private final CosineMove move;
  private final float scale;
  private final float[] stretch;
  private final float[] lessOwn;
  private final float[][] moved;
  private final int[] labels;
  private float[][] added = {};

  /** {@code labels} are those of the tile's samples. */
  public LogitMove(CosineMove move, float scale, int[] labels) {
    this.move = move;
    this.scale = scale;
    this.labels = labels;
    this.stretch = scaled(move.stretch(), this.scale);
    this.lessOwn = scaled(move.added(labels), -this.scale);
    this.moved =
        Arrays.stream(move.moved()).map(along -> scaled(along, this.scale)).toArray(float[][]::new);
  }

  private static float[] scaled(float[] values, float factor) {
    float[] scaled = new float[values.length];
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] = factor * values[j];
    }
    return scaled;
  }

  /**
   * What no change of each sample is larger than [n]: a_c lies between those of the outermost proxies.
   *
   * @param largest of {@code |m_c|}
   */
  public float[] bounds(float largest) {
    float[] bounds = new float[stretch.length];
    for (int j = 0; j < bounds.length; j++) {
      bounds[j] = largest * Math.abs(stretch[j]);
    }
    float[][] products = move.proxyProducts();
    for (int k = 0; k < moved.length; k++) {
      float least = Float.POSITIVE_INFINITY;
      float most = Float.NEGATIVE_INFINITY;
      for (float[] of : products) {
        least = of[k] < least ? of[k] : least;
        most = of[k] > most ? of[k] : most;
      }
      for (int j = 0; j < bounds.length; j++) {
        float own = products[labels[j]][k];
        bounds[j] += Math.abs(moved[k][j]) * Math.max(most - own, own - least);
      }
    }
    return bounds;
  }

  /**
   * What the changes are sums of, [r+2][n]: r rows that are multiplied with the proxies' products, one that is added as it is, and
   * what the samples' {@code m_c} are multiplied with; not to be changed.
   */
  public float[][] terms() {
    float[][] terms = Arrays.copyOf(moved, moved.length + 2);
    terms[moved.length] = lessOwn;
    terms[moved.length + 1] = stretch;
    return terms;
  }

  /** What all but the last of the {@link #terms} are multiplied with, row major [C,r+1]. */
  public float[] factors() {
    float[][] products = move.proxyProducts();
    int rank = moved.length;
    float[] factors = new float[products.length * (rank + 1)];
    for (int c = 0; c < products.length; c++) {
      System.arraycopy(products[c], 0, factors, c * (rank + 1), rank);
      factors[c * (rank + 1) + rank] = 1;
    }
    return factors;
  }

  /** Announces the classes that are asked for next. */
  void classes(int from, int to) {
    if (moved.length != 2) {
      added = move.added(from, to);
    }
  }

  /**
   * Changes of the samples' {@code m_c} with one class.
   *
   * @param place of the class among those announced
   * @param c the class
   */
  LogitChange change(int place, int c) {
    if (moved.length == 2) {
      float[] factors = move.proxyProducts(c);
      return new LogitChange(stretch, moved[0], factors[0], moved[1], factors[1], lessOwn);
    }
    return new LogitChange(stretch, added[place], scale, lessOwn, 0, lessOwn);
  }

  /** Changes {@code d_c} [C] of one sample with all classes, given its {@code m_c} [C]. */
  float[] changes(int sample, float[] kept) {
    float[] changes = new float[kept.length];
    for (int c = 0; c < kept.length; c++) {
      float[] products = move.proxyProducts(c);
      float added = lessOwn[sample];
      for (int k = 0; k < moved.length; k++) {
        added = Math.fma(moved[k][sample], products[k], added);
      }
      changes[c] = Math.fma(kept[c], stretch[sample], added);
    }
    return changes;
  }
}
