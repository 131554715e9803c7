package eifexplorer.math;

import eifexplorer.math.SampleBlock.SoftmaxBlock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cross-entropy of logits linear in the cosines, in float32 without its rounding noise. With differences to the own class y
 * kept, {@code m_c = cos_c - cos_y}, weights {@code w_c = exp(z_c - z_y)} and changes {@code d_c} of {@code z_c - z_y}:
 * {@code L = log(1 + sum_{c != y} w_c)} and {@code L' - L = log(1 + exp(-L) sum_{c != y} w_c (exp(d_c) - 1))}, where small
 * changes are never differences of large numbers.
 */
final class SoftmaxTile implements SoftmaxBlock {
  /** The exponential of a tile is for all but one of so many samples: those near the query move much farther than the rest. */
  private static final int FARTHEST_SHARE = 64;

  /** With fewer classes a shorter exponential saves less than what those samples cost apart. */
  private static final int MANY_CLASSES = 500;

  private final ClassGroups kept;
  private final int[] labels;

  /** The samples in the order of their classes [n]. */
  private final int[] byClass;

  private final double exactScale;
  private final double exactShift;
  private final float scale;
  private final float ownShift;

  /** Of all values' sizes. */
  private final float largest;

  private SoftmaxTile(ClassGroups kept, int[] labels, double scale, double ownShift) {
    this.kept = kept;
    this.labels = labels;
    this.byClass =
        IntStream.range(0, labels.length)
            .boxed()
            .sorted(Comparator.comparingInt(j -> labels[j]))
            .mapToInt(j -> j)
            .toArray();
    this.exactScale = scale;
    this.exactShift = ownShift;
    this.scale = (float) scale;
    this.ownShift = (float) ownShift;
    this.largest = kept.largest();
  }

  /** From cosines [C][n] that were multiplied by what {@code factors} [n] divide by. */
  static SoftmaxTile of(
      float[][] values, double[] factors, int[] labels, double scale, double ownShift) {
    ClassGroups less = lessOwn(values, Doubles.floats(factors), labels);
    return new SoftmaxTile(less, labels, scale, ownShift);
  }

  /** From what {@link #kept()} gave, a row a class. */
  static SoftmaxTile restored(
      RowSource kept, int classes, int[] labels, double scale, double ownShift) {
    ClassGroups groups =
        ClassGroups.of(classes, labels.length, (c, row) -> kept.copyRows(c, c + 1, row, 0));
    return new SoftmaxTile(groups, labels, scale, ownShift);
  }

  private static ClassGroups lessOwn(float[][] values, float[] factors, int[] labels) {
    float[] own = new float[labels.length];
    for (int j = 0; j < own.length; j++) {
      own[j] = values[labels[j]][j] * factors[j];
    }
    return ClassGroups.of(
        values.length, labels.length, (c, row) -> lessOwn(values[c], factors, own, row));
  }

  private static void lessOwn(float[] values, float[] factors, float[] own, float[] less) {
    for (int j = 0; j < less.length; j++) {
      less[j] = values[j] * factors[j] - own[j];
    }
  }

  @Override
  public double[] losses() {
    double[] losses = new double[labels.length];
    Classes classes = new Classes(1);
    float[] sum = new float[labels.length];
    while (classes.next()) {
      Arrays.fill(sum, 0);
      for (int c = 0; c < classes.count; c++) {
        addTo(sum, classes.weights[classes.loaded(c)]);
      }
      add(sum, losses);
    }
    for (int j = 0; j < losses.length; j++) {
      losses[j] = Math.log1p(losses[j]);
    }
    return losses;
  }

  private static void addTo(float[] sum, float[] weights) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += weights[j];
    }
  }

  @Override
  public double[][] changes(double[] losses, List<CosineMove> moves) {
    List<TileMove> tileMoves = moves.stream().map(this::tileMove).toList();
    double[][] sums = new double[moves.size()][labels.length];
    Classes classes = new Classes(moves.size());
    float[] sum = new float[labels.length];
    while (classes.next()) {
      for (int m = 0; m < sums.length; m++) {
        Arrays.fill(sum, 0);
        addChanges(tileMoves.get(m), classes, sum);
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

  private static void addChanges(TileMove move, Classes classes, float[] sum) {
    move.logits().classes(classes.from, classes.from + classes.count);
    for (int c = 0; c < classes.count; c++) {
      int at = classes.loaded(c);
      LogitChange change = move.logits().change(c, classes.from + c);
      move.exponential()
          .addChanges(classes.weights[at], classes.values[at], change, classes.changes, sum);
    }
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
    int few = kept.classes() < MANY_CLASSES ? 0 : bounds.length / FARTHEST_SHARE;
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
    float[] own = kept.sample(sample);
    float[] weights = new float[own.length];
    FloatExp.exp(own, scale, ownShift, largestPower(), weights);
    weights[labels[sample]] = 0;
    float[] terms = new float[own.length];
    FloatExp.upTo(move.bounds()[sample])
        .addChanges(
            weights,
            move.logits().changes(sample, own),
            LogitChange.same(own.length),
            new float[own.length],
            terms);
    double sum = 0;
    for (float term : terms) {
      sum += term;
    }
    return sum;
  }

  private float largestPower() {
    return largest * scale + Math.abs(ownShift);
  }

  @Override
  public SampleBlock probabilities() {
    // What all logits of a sample have in common changes nothing.
    return ColumnTile.of(kept.rows()).probabilities(labels, exactScale, exactShift);
  }

  @Override
  public float[][] kept() {
    return kept.rows();
  }

  @Override
  public SoftmaxBlock keep() {
    return this;
  }

  @Override
  public void close() {
    // The garbage collector does it.
  }

  /**
   * Goes through the classes, group by group. A whole group's exponentials are one loop, which reads memory while it
   * computes; what is multiplied by the samples' own factors must be arrays of their own. They are those of one class, which stay
   * in the first-level cache, or of the group where they are asked for several times.
   */
  private final class Classes {
    private final float[] all = new float[ClassGroups.CLASSES * labels.length];
    private final float[][] values;

    /** 0 for a class's own samples. */
    private final float[][] weights;

    private final float[] changes = new float[labels.length];
    private int group = -1;
    private int from;
    private int count;

    /** How many of {@link #byClass} have been passed. */
    private int passed;

    /** Before the first group; each class is asked for so many times. */
    Classes(int times) {
      int held = times > 1 ? ClassGroups.CLASSES : 1;
      this.values = new float[held][labels.length];
      this.weights = new float[held][labels.length];
    }

    /** Goes to the next ones; whether there are any. */
    boolean next() {
      group++;
      from += count;
      count = Math.min(ClassGroups.CLASSES, kept.classes() - from);
      if (count > 0) {
        FloatExp.exp(kept.group(group), scale, ownShift, largestPower(), all);
        leaveOutOwn();
        for (int c = 0; values.length > 1 && c < count; c++) {
          load(c, c);
        }
      }
      return count > 0;
    }

    private void leaveOutOwn() {
      int n = labels.length;
      for (; passed < n && labels[byClass[passed]] < from + count; passed++) {
        int own = byClass[passed];
        all[(labels[own] - from) * n + own] = 0;
      }
    }

    /** Where values and weights of one of them are, until another is asked for. */
    int loaded(int c) {
      if (values.length > 1) {
        return c;
      }
      load(c, 0);
      return 0;
    }

    private void load(int c, int place) {
      kept.copyRow(from + c, values[place]);
      System.arraycopy(all, c * labels.length, weights[place], 0, labels.length);
    }
  }
}
