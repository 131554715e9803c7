package eifexplorer.math;

import java.util.Arrays;

/**
 * How the logits of a tile's n samples, linear in the cosines, change relative to that of the own class: {@code d_c = scale
 * (m_c stretch + a_c - a_y)} with {@code m_c = cos_c - cos_y} and {@code a = T/||e'|| (V n(P)^T)}; see {@link CosineMove}. A
 * pair's moves, of rank 2, are taken together class by class; of any other rank they are multiplied for several classes at
 * once. Not for use from several threads.
 */
final class LogitMove {
  private final CosineMove move;
  private final float scale;
  private final float[] stretch;
  private final float[] own;
  private final float[][] moved;
  private float[][] added = {};

  /** {@code labels} are those of the tile's samples. */
  LogitMove(CosineMove move, float scale, int[] labels) {
    this.move = move;
    this.scale = scale;
    this.stretch = scaled(move.stretch());
    this.own = scaled(move.added(labels));
    this.moved = Arrays.stream(move.moved()).map(this::scaled).toArray(float[][]::new);
  }

  private float[] scaled(float[] values) {
    float[] scaled = new float[values.length];
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] = scale * values[j];
    }
    return scaled;
  }

  /**
   * What no change is larger than: {@code |m_c| <= 2}, and {@code |a_c| <= ||T||/||e'||} because V is orthonormal and n(P) of
   * length 1.
   */
  float bound() {
    double largest = 0;
    for (int j = 0; j < stretch.length; j++) {
      double square = 0;
      for (float[] along : moved) {
        square += (double) along[j] * along[j];
      }
      largest = Math.max(largest, 2 * Math.abs(stretch[j]) + 2 * Math.sqrt(square));
    }
    return (float) largest;
  }

  /** Announces the classes that are asked for next. */
  void classes(int from, int to) {
    if (moved.length != 2) {
      added = move.added(from, to);
    }
  }

  /**
   * Changes with one class.
   *
   * @param place of the class among those announced
   * @param c the class
   * @param kept {@code m_c} [n]
   * @param changes {@code d_c} [n], written
   */
  void changes(int place, int c, float[] kept, float[] changes) {
    if (moved.length == 2) {
      float[] factors = move.proxyProducts(c);
      alongTwo(kept, factors[0], factors[1], changes);
    } else {
      along(kept, added[place], changes);
    }
  }

  private void alongTwo(float[] kept, float first, float second, float[] changes) {
    addTwo(kept, stretch, own, moved[0], first, moved[1], second, changes);
  }

  private static void addTwo(
      float[] kept,
      float[] stretch,
      float[] own,
      float[] a,
      float first,
      float[] b,
      float second,
      float[] changes) {
    for (int j = 0; j < changes.length; j++) {
      float added = Math.fma(first, a[j], Math.fma(second, b[j], -own[j]));
      changes[j] = Math.fma(kept[j], stretch[j], added);
    }
  }

  private void along(float[] kept, float[] sums, float[] changes) {
    for (int j = 0; j < changes.length; j++) {
      changes[j] = Math.fma(kept[j], stretch[j], Math.fma(scale, sums[j], -own[j]));
    }
  }
}
