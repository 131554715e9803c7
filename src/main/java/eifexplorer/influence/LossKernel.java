package eifexplorer.influence;

import eifexplorer.math.MatrixMath;
import eifexplorer.math.RowSource;
import eifexplorer.math.SampleBlock;
import eifexplorer.math.SampleBlock.LossBlock;
import eifexplorer.math.SampleBlock.SoftmaxBlock;
import eifexplorer.training.LinearLogits;
import eifexplorer.training.MetricLoss;

/**
 * Losses of a block's n samples, and how they change, from what is kept of their cosines with the C*K proxies in float32. The
 * losses come from the very floats that the changes start from, so that their rounding does not count as change.
 */
interface LossKernel {
  /** The fastest one for this loss. */
  static LossKernel of(MetricLoss loss) {
    return loss.linearLogits()
        .filter(Linear::fits)
        .<LossKernel>map(Linear::new)
        .orElseGet(() -> new General(loss));
  }

  /**
   * Losses from products that are cosines once multiplied by factors.
   *
   * @param products of embeddings and unit proxies [n,C*K]
   * @param factors [n]
   * @param labels [n]
   */
  LossBlock of(SampleBlock products, double[] factors, int[] labels);

  /**
   * The same from what {@link LossBlock#kept} gave.
   *
   * @param kept rows of n values
   * @param proxies C*K, the number of rows
   */
  LossBlock restored(MatrixMath math, RowSource kept, int proxies, int[] labels);

  /** Of losses with one proxy a class. */
  record Linear(LinearLogits logits) implements LossKernel {
    /** Whether no logit can get too large: differences of cosines lie in -2..2, their changes in -4..4. */
    static boolean fits(LinearLogits logits) {
      return 2 * logits.scale() + logits.ownShift() <= SoftmaxBlock.WIDEST
          && 4 * logits.scale() <= SoftmaxBlock.WIDEST_CHANGE;
    }

    @Override
    public LossBlock of(SampleBlock products, double[] factors, int[] labels) {
      return products.softmax(factors, labels, logits.scale(), logits.ownShift());
    }

    @Override
    public LossBlock restored(MatrixMath math, RowSource kept, int proxies, int[] labels) {
      return math.restored(kept, proxies, labels, logits.scale(), logits.ownShift());
    }
  }

  /** Of all others. */
  record General(MetricLoss loss) implements LossKernel {
    @Override
    public LossBlock of(SampleBlock products, double[] factors, int[] labels) {
      return new GeneralLosses(products.scaled(factors).columns(), labels, loss);
    }

    @Override
    public LossBlock restored(MatrixMath math, RowSource kept, int proxies, int[] labels) {
      float[][] rows = new float[proxies][labels.length];
      for (int p = 0; p < proxies; p++) {
        kept.copyRows(p, p + 1, rows[p], 0);
      }
      return new GeneralLosses(rows, labels, loss);
    }
  }
}
