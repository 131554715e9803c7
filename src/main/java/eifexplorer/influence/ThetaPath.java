package eifexplorer.influence;

/**
 * Which way EIF moved the last layer's weight, and how the query's distance changed on the way; immutable.
 */
public final class ThetaPath {
  /** Where to. */
  public enum Direction {
    /** Up the distance's gradient: the query is pushed apart. */
    ASCENT,
    /** Down the gradient: the query is pulled together. */
    DESCENT,
    /** The mean of the two weights above, to which no steps lead. */
    MEAN
  }

  private final Direction direction;
  private final double[] distances;
  private final boolean stopped;

  /**
   * Takes over the array.
   *
   * @param distances the query's distance at the model's own weight and after each step; for a mean just these two
   * @param stopped whether the distance had changed enough before the last step was made
   */
  ThetaPath(Direction direction, double[] distances, boolean stopped) {
    this.direction = direction;
    this.distances = distances;
    this.stopped = stopped;
  }

  /** Where to. */
  public Direction direction() {
    return direction;
  }

  /** Steps made; 0 for a mean. */
  public int steps() {
    return direction == Direction.MEAN ? 0 : distances.length - 1;
  }

  /** Whether the distance had changed enough before all steps were made. */
  public boolean stopped() {
    return stopped;
  }

  /** The query's distance at the model's own weight and after each step, a copy. */
  public double[] distances() {
    return distances.clone();
  }

  /** The change of the query's distance from first to last. */
  public double deltaDistance() {
    return distances[distances.length - 1] - distances[0];
  }
}
