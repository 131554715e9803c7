package eifexplorer.influence;

import eifexplorer.math.CosineMove;
import eifexplorer.math.SampleBlock.LossBlock;
import eifexplorer.training.MetricLoss;
import java.util.Arrays;
import java.util.List;

/** Any loss of the cosines, evaluated in double precision. */
final class GeneralLosses implements LossBlock {
  private static final int SAMPLES_AT_ONCE = 32;

  private final float[][] kept;
  private final int[] labels;
  private final MetricLoss loss;

  /** From cosines [C*K][n]. */
  GeneralLosses(float[][] cosines, int[] labels, MetricLoss loss) {
    this.kept = cosines;
    this.labels = labels;
    this.loss = loss;
  }

  @Override
  public double[] losses() {
    double[] losses = new double[labels.length];
    for (int from = 0; from < losses.length; from += SAMPLES_AT_ONCE) {
      int to = Math.min(losses.length, from + SAMPLES_AT_ONCE);
      double[] cosines = new double[(to - from) * kept.length];
      for (int k = 0; k < kept.length; k++) {
        for (int j = from; j < to; j++) {
          cosines[(j - from) * kept.length + k] = kept[k][j];
        }
      }
      put(cosines, from, to, losses);
    }
    return losses;
  }

  @Override
  public double[][] changes(double[] losses, List<CosineMove> moves) {
    return moves.stream().map(move -> changes(losses, move)).toArray(double[][]::new);
  }

  private double[] changes(double[] losses, CosineMove move) {
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
      put(cosines, from, to, changes);
    }
    for (int j = 0; j < changes.length; j++) {
      changes[j] -= losses[j];
    }
    return changes;
  }

  private void put(double[] cosines, int from, int to, double[] losses) {
    double[] values = loss.perSampleFromCosines(cosines, Arrays.copyOfRange(labels, from, to));
    System.arraycopy(values, 0, losses, from, values.length);
  }

  @Override
  public float[][] kept() {
    return kept;
  }

  @Override
  public GeneralLosses keep() {
    return this;
  }

  @Override
  public void close() {
    // The garbage collector does it.
  }
}
