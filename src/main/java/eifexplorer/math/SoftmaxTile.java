package eifexplorer.math;

import eifexplorer.math.SampleBlock.SoftmaxBlock;
import java.util.Arrays;
import java.util.List;

/**
 * Cross-entropy of logits linear in the cosines, in float32 without its rounding noise. With differences to the own class y
 * kept, {@code m_c = cos_c - cos_y}, weights {@code w_c = exp(z_c - z_y)} and changes {@code d_c} of {@code z_c - z_y}:
 * {@code L = log(1 + sum_{c != y} w_c)} and {@code L' - L = log(1 + exp(-L) sum_{c != y} w_c (exp(d_c) - 1))}, where small
 * changes are never differences of large numbers.
 */
final class SoftmaxTile implements SoftmaxBlock {
  /** Classes whose weights are held at once: 32 × 512 floats stay in the second-level cache. */
  private static final int CLASSES_AT_ONCE = 32;

  /** The exponential of a tile is for all but one of so many samples: those near the query move much farther than the rest. */
  private static final int FARTHEST_SHARE = 64;

  /** With fewer classes a shorter exponential saves less than what those samples cost apart. */
  private static final int MANY_CLASSES = 500;

  private final float[][] kept;
  private final int[] labels;
  private final float scale;
  private final float ownShift;

  /** Of all values' sizes. */
  private final float largest;

  /** From cosines [C][n] that were multiplied by what {@code factors} [n] divide by. */
  SoftmaxTile(float[][] values, double[] factors, int[] labels, double scale, double ownShift) {
    this(lessOwn(values, Doubles.floats(factors), labels), labels, scale, ownShift);
  }

  /** From cosines [C][n] less that of the own class. */
  SoftmaxTile(float[][] kept, int[] labels, double scale, double ownShift) {
    this.kept = kept;
    this.labels = labels;
    this.scale = (float) scale;
    this.ownShift = (float) ownShift;
    this.largest = largest(kept);
  }

  private static float[][] lessOwn(float[][] values, float[] factors, int[] labels) {
    int n = labels.length;
    float[] own = new float[n];
    for (int j = 0; j < n; j++) {
      own[j] = values[labels[j]][j] * factors[j];
    }
    float[][] less = new float[values.length][n];
    for (int c = 0; c < less.length; c++) {
      float[] from = values[c];
      float[] to = less[c];
      for (int j = 0; j < n; j++) {
        to[j] = from[j] * factors[j] - own[j];
      }
    }
    return less;
  }

  @Override
  public double[] losses() {
    double[] losses = new double[labels.length];
    float[][] buffer = buffer(kept.length, labels.length);
    for (int from = 0; from < kept.length; from += CLASSES_AT_ONCE) {
      int to = weights(from, buffer);
      float[] sum = new float[labels.length];
      for (float[] weights : Arrays.asList(buffer).subList(0, to - from)) {
        for (int j = 0; j < sum.length; j++) {
          sum[j] += weights[j];
        }
      }
      for (int j = 0; j < sum.length; j++) {
        losses[j] += sum[j];
      }
    }
    for (int j = 0; j < losses.length; j++) {
      losses[j] = Math.log1p(losses[j]);
    }
    return losses;
  }

  @Override
  public double[][] changes(double[] losses, List<CosineMove> moves) {
    List<TileMove> tileMoves = moves.stream().map(this::tileMove).toList();
    double[][] sums = new double[moves.size()][labels.length];
    float[][] buffer = buffer(kept.length, labels.length);
    float[] changes = new float[labels.length];
    float[] sum = new float[labels.length];
    for (int from = 0; from < kept.length; from += CLASSES_AT_ONCE) {
      int to = weights(from, buffer);
      for (int m = 0; m < sums.length; m++) {
        TileMove move = tileMoves.get(m);
        move.logits().classes(from, to);
        Arrays.fill(sum, 0);
        for (int c = from; c < to; c++) {
          move.logits().changes(c - from, c, kept[c], changes);
          move.exponential().addChanges(buffer[c - from], changes, sum);
        }
        add(sum, sums[m]);
      }
    }
    for (int m = 0; m < sums.length; m++) {
      correct(tileMoves.get(m), sums[m]);
      for (int j = 0; j < labels.length; j++) {
        sums[m][j] = Math.log1p(Math.exp(-losses[j]) * sums[m][j]);
      }
    }
    return sums;
  }

  /**
   * A move of the tile's samples.
   *
   * @param exponential for the changes of nearly all samples
   * @param bounds of all samples' changes [n]
   */
  private record TileMove(LogitMove logits, FloatExp exponential, float[] bounds) {
    boolean fits(int sample) {
      return bounds[sample] <= exponential.largest();
    }
  }

  private TileMove tileMove(CosineMove move) {
    LogitMove logits = new LogitMove(move, scale, labels);
    float[] bounds = logits.bounds(largest);
    int few = kept.length < MANY_CLASSES ? 0 : bounds.length / FARTHEST_SHARE;
    return new TileMove(logits, FloatExp.upTo(bounds, few), bounds);
  }

  private static void add(float[] part, double[] sums) {
    for (int j = 0; j < part.length; j++) {
      sums[j] += part[j];
    }
  }

  /** Puts right the sums of the few samples that move too far for the others' exponential. */
  private void correct(TileMove move, double[] sums) {
    for (int j = 0; j < sums.length; j++) {
      if (!move.fits(j)) {
        sums[j] = sum(move, j);
      }
    }
  }

  private double sum(TileMove move, int sample) {
    float[] own = new float[kept.length];
    for (int c = 0; c < own.length; c++) {
      own[c] = kept[c][sample];
    }
    float[] weights = new float[own.length];
    FloatExp.exp(own, scale, ownShift, largestPower(), weights);
    weights[labels[sample]] = 0;
    float[] terms = new float[own.length];
    FloatExp.upTo(move.bounds()[sample])
        .addChanges(weights, move.logits().changes(sample, own), terms);
    double sum = 0;
    for (float term : terms) {
      sum += term;
    }
    return sum;
  }

  private float largestPower() {
    return largest * scale + Math.abs(ownShift);
  }

  private static float largest(float[][] values) {
    float[] largest = new float[values[0].length];
    for (float[] row : values) {
      for (int j = 0; j < largest.length; j++) {
        largest[j] = Math.max(largest[j], Math.abs(row[j]));
      }
    }
    float all = 0;
    for (float value : largest) {
      all = Math.max(all, value);
    }
    return all;
  }

  @Override
  public float[][] kept() {
    return kept;
  }

  @Override
  public SoftmaxBlock keep() {
    return this;
  }

  @Override
  public void close() {
    // The garbage collector does it.
  }

  private static float[][] buffer(int classes, int samples) {
    return new float[Math.min(CLASSES_AT_ONCE, classes)][samples];
  }

  /** Weights of the next classes into rows of the buffer, 0 for each sample's own; returns the class after them. */
  private int weights(int from, float[][] buffer) {
    int to = Math.min(from + CLASSES_AT_ONCE, kept.length);
    for (int c = from; c < to; c++) {
      FloatExp.exp(kept[c], scale, ownShift, largestPower(), buffer[c - from]);
    }
    for (int j = 0; j < labels.length; j++) {
      if (labels[j] >= from && labels[j] < to) {
        buffer[labels[j] - from][j] = 0;
      }
    }
    return to;
  }
}
