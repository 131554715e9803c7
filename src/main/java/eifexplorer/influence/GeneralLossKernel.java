package eifexplorer.influence;

import eifexplorer.training.MetricLoss;
import java.util.Arrays;
import java.util.List;

/** Any loss of the cosines, evaluated in double precision. */
final class GeneralLossKernel implements LossKernel {
  private static final int SAMPLES_AT_ONCE = 32;

  private final MetricLoss loss;

  GeneralLossKernel(MetricLoss loss) {
    this.loss = loss;
  }

  @Override
  public void prepare(float[][] cosines, int[] labels) {
    // The cosines are kept as they are.
  }

  @Override
  public double[] losses(float[][] kept, int[] labels) {
    double[] losses = new double[labels.length];
    for (int from = 0; from < losses.length; from += SAMPLES_AT_ONCE) {
      int to = Math.min(losses.length, from + SAMPLES_AT_ONCE);
      double[] cosines = new double[(to - from) * kept.length];
      for (int k = 0; k < kept.length; k++) {
        for (int j = from; j < to; j++) {
          cosines[(j - from) * kept.length + k] = kept[k][j];
        }
      }
      put(cosines, labels, from, to, losses);
    }
    return losses;
  }

  @Override
  public double[][] changes(float[][] kept, double[] losses, int[] labels, List<TileMove> moves) {
    return moves.stream().map(move -> changes(kept, losses, labels, move)).toArray(double[][]::new);
  }

  private double[] changes(float[][] kept, double[] losses, int[] labels, TileMove move) {
    double[] changes = new double[labels.length];
    float[][] added = move.added(0, kept.length);
    for (int from = 0; from < changes.length; from += SAMPLES_AT_ONCE) {
      int to = Math.min(changes.length, from + SAMPLES_AT_ONCE);
      double[] cosines = new double[(to - from) * kept.length];
      for (int k = 0; k < kept.length; k++) {
        for (int j = from; j < to; j++) {
          double stretched = kept[k][j] * (1.0 + move.stretch()[j]);
          cosines[(j - from) * kept.length + k] = stretched + added[k][j];
        }
      }
      put(cosines, labels, from, to, changes);
    }
    for (int j = 0; j < changes.length; j++) {
      changes[j] -= losses[j];
    }
    return changes;
  }

  private void put(double[] cosines, int[] labels, int from, int to, double[] losses) {
    double[] values = loss.perSampleFromCosines(cosines, Arrays.copyOfRange(labels, from, to));
    System.arraycopy(values, 0, losses, from, values.length);
  }
}
