package eifexplorer.influence;

import eifexplorer.math.IndexOrder;
import java.util.stream.IntStream;

/**
 * The influence of every training sample on one query, with what it was computed from.
 *
 * <p>Positive = harmful, negative = helpful, zero = neither.
 */
public final class InfluenceScores {
  private final double[] influence;
  private final double[][] deltaLoss;
  private final double[] deltaDistance;
  private final double distance;

  /**
   * Takes over the arrays.
   *
   * @param influence [N]
   * @param deltaLoss [T,N], change of every training sample's loss per theta; no rows for estimators without theta
   * @param deltaDistance [T], change of the query's distance per theta
   * @param distance the query's distance at the model's own weights, 0..4
   */
  public InfluenceScores(
      double[] influence, double[][] deltaLoss, double[] deltaDistance, double distance) {
    this.influence = influence;
    this.deltaLoss = deltaLoss;
    this.deltaDistance = deltaDistance;
    this.distance = distance;
  }

  /** N. */
  public int size() {
    return influence.length;
  }

  /** T. */
  public int thetas() {
    return deltaDistance.length;
  }

  /** Influence of one training sample. */
  public double influence(int trainIndex) {
    return influence[trainIndex];
  }

  /** All influences [N], a copy. */
  public double[] influences() {
    return influence.clone();
  }

  /** Change of a training sample's loss at one theta. */
  public double deltaLoss(int theta, int trainIndex) {
    return deltaLoss[theta][trainIndex];
  }

  /** Change of the query's distance at one theta. */
  public double deltaDistance(int theta) {
    return deltaDistance[theta];
  }

  /** The query's distance at the model's own weights: mean over its pairs, 0..4. */
  public double distance() {
    return distance;
  }

  /** Training indices with positive influence, strongest first; ties by index. */
  public int[] harmful() {
    return ranked(1);
  }

  /** Training indices with negative influence, strongest first; ties by index. */
  public int[] helpful() {
    return ranked(-1);
  }

  private int[] ranked(int sign) {
    int[] ofSign =
        IntStream.range(0, influence.length).filter(i -> influence[i] * sign > 0).toArray();
    double[] sizes = IntStream.of(ofSign).mapToDouble(i -> Math.abs(influence[i])).toArray();
    return IntStream.of(IndexOrder.descending(sizes)).map(k -> ofSign[k]).toArray();
  }
}
