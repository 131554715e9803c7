package eifexplorer.influence;

import eifexplorer.training.MetricLoss;
import java.util.List;

/**
 * Losses of a tile's n samples, and how they change, from what is kept of their cosines with the C*K proxies in float32. The
 * losses come from the very floats that the changes start from, so that their rounding does not count as change.
 */
interface LossKernel {
  /** The fastest one for this loss. */
  static LossKernel of(MetricLoss loss) {
    return loss.linearLogits()
        .filter(LinearLossKernel::fits)
        .<LossKernel>map(LinearLossKernel::new)
        .orElseGet(() -> new GeneralLossKernel(loss));
  }

  /** Turns cosines [C*K][n] into what is kept, in place. */
  void prepare(float[][] cosines, int[] labels);

  /** Losses [n]. */
  double[] losses(float[][] kept, int[] labels);

  /** Changes of the losses [moves][n]. */
  double[][] changes(float[][] kept, double[] losses, int[] labels, List<TileMove> moves);
}
