package eifexplorer.math;

import java.util.List;

/**
 * Some samples' rows [n,k] in float32, held where they are computed with: in Java's memory or on a device. Immutable, safe for
 * use from any thread. Made by {@link MatrixMath#block}.
 *
 * <p>What is made of a block while {@link MatrixMath#overBlocks} works on it is freed with that work, unless it is {@link
 * #keep kept}; then it is freed by {@link #close}, or with the last reference to it.
 */
public interface SampleBlock extends AutoCloseable {
  /** n. */
  int width();

  /** k. */
  int depth();

  /** Squared euclidean lengths of all samples [n], in double precision. */
  double[] squares();

  /**
   * Products with every sample, brought to Java's memory.
   *
   * @param rows [r][k]
   * @return [r][n]
   */
  float[][] times(float[][] rows);

  /** Products with every sample [n,r], where they are made. */
  SampleBlock times(FactorRows rows);

  /** With a row [k] added to every sample. */
  SampleBlock plus(float[] row);

  /** With every sample multiplied by its own factor [n], rounded to single precision first. */
  SampleBlock scaled(double[] factors);

  /** This plus another block [n,k] whose samples are multiplied by their own factors [n], rounded first. */
  SampleBlock plusScaled(double[] factors, SampleBlock other);

  /** Values multiplied with those of another block [n,k], place by place. */
  SampleBlock timesEach(SampleBlock other);

  /** Products with another block [n,k] sample by sample [n], added up in double precision. */
  double[] dots(SampleBlock other);

  /** Products of columns with those of another block [n,m], added up over the samples: {@code AᵀB} [k][m]. */
  float[][] transposedTimes(SampleBlock other);

  /** Softmax of logits {@code z_c = scale x_c - [c = y] ownShift}; {@code labels} are y [n], columns. */
  SampleBlock probabilities(int[] labels, double scale, double ownShift);

  /** With 1 taken off the value in one column of each sample. */
  SampleBlock lessOne(int[] columns);

  /** The columns [k][n] in Java's memory; not to be changed. */
  float[][] columns();

  /**
   * The samples, multiplied by their own factors, as logits: {@code z_c = scale x_c - [c = y] ownShift}.
   *
   * @param factors [n], rounded to single precision first
   * @param labels y [n], columns
   */
  SoftmaxBlock softmax(double[] factors, int[] labels, double scale, double ownShift);

  /** This block, which outlives the work it was made in. */
  SampleBlock keep();

  /** Gives the memory back; nothing may be asked of it afterwards. */
  @Override
  void close();

  /** Cross-entropy of softmax over logits linear in a block's values. Immutable, safe for use from any thread. */
  interface SoftmaxBlock extends LossBlock {
    /** Largest difference of two exponents that single precision is good for. */
    double WIDEST = FloatExp.LARGEST_POWER;

    /** Largest change of such a difference. */
    double WIDEST_CHANGE = FloatExp.WIDEST_CHANGE;

    /** Softmax of the logits [n,C], computed in double precision. */
    SampleBlock probabilities();

    @Override
    SoftmaxBlock keep();
  }

  /** Losses of a block's samples, and how they change with the samples' cosines. */
  interface LossBlock extends AutoCloseable {
    /** [n]. */
    double[] losses();

    /**
     * By how much each loss grows, small changes not being differences of large numbers.
     *
     * @param losses as {@link #losses} gave them [n]
     * @return [moves][n]
     */
    double[][] changes(double[] losses, List<CosineMove> moves);

    /** The cosines as they are kept [C*K][n], in Java's memory; not to be changed. */
    float[][] kept();

    /** This object, which outlives the work it was made in. */
    LossBlock keep();

    @Override
    void close();
  }
}
