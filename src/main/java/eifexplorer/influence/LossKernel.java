package eifexplorer.influence;

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
        .filter(LossKernel::fits)
        .<LossKernel>map(
            logits ->
                (products, factors, labels) ->
                    products.softmax(factors, labels, logits.scale(), logits.ownShift()))
        .orElseGet(
            () ->
                (products, factors, labels) ->
                    new GeneralLosses(products.scaled(factors).columns(), labels, loss));
  }

  /** Whether no logit can get too large: differences of cosines lie in -2..2, their changes in -4..4. */
  private static boolean fits(LinearLogits logits) {
    return 2 * logits.scale() + logits.ownShift() <= SoftmaxBlock.WIDEST
        && 4 * logits.scale() <= SoftmaxBlock.WIDEST_CHANGE;
  }

  /**
   * Losses from products that are cosines once multiplied by factors.
   *
   * @param products of embeddings and unit proxies [n,C*K]
   * @param factors [n]
   * @param labels [n]
   */
  LossBlock of(SampleBlock products, double[] factors, int[] labels);
}
