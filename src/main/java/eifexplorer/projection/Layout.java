package eifexplorer.projection;

/** A place in the plane for every point; immutable. */
public final class Layout {
  /** Farther out than this no place is, so that it can be drawn, measured and laid out further in single precision. */
  static final float FARTHEST = 1e9f;

  private final float[] positions;
  private final int trainCount;
  private final float[] least = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
  private final float[] most = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};

  /**
   * Copies positions.
   *
   * @param positions [n,2], row major, within ±1e9: training images, then test images
   * @param trainCount how many are training images
   * @throws IllegalArgumentException if the lengths don't fit or a position is no number or farther out
   */
  public Layout(float[] positions, int trainCount) {
    if (positions.length % 2 != 0 || trainCount < 0 || trainCount > positions.length / 2) {
      throw new IllegalArgumentException(positions.length + " numbers, " + trainCount + " train");
    }
    this.positions = positions.clone();
    for (int i = 0; i < positions.length; i++) {
      float position = this.positions[i];
      // Not true of what is no number.
      if (!(Math.abs(position) <= FARTHEST)) {
        throw new IllegalArgumentException("A position is " + position);
      }
      least[i % 2] = Math.min(least[i % 2], position);
      most[i % 2] = Math.max(most[i % 2], position);
    }
    this.trainCount = trainCount;
  }

  /** n. */
  public int size() {
    return positions.length / 2;
  }

  /** How many of the points, from the first on, are training images. */
  public int trainCount() {
    return trainCount;
  }

  /** The horizontal place of a point. */
  public float x(int point) {
    return positions[2 * point];
  }

  /** The vertical place of a point; grows upwards. */
  public float y(int point) {
    return positions[2 * point + 1];
  }

  /** The leftmost place; infinite if there are no points. */
  public float left() {
    return least[0];
  }

  /** The rightmost place; minus infinite if there are no points. */
  public float right() {
    return most[0];
  }

  /** The lowest place; infinite if there are no points. */
  public float bottom() {
    return least[1];
  }

  /** The highest place; minus infinite if there are no points. */
  public float top() {
    return most[1];
  }

  /** All places [n,2], a copy. */
  public float[] positions() {
    return positions.clone();
  }

  /** Root mean square distance of the points from their mean, what distances in the map are measured by. */
  public double spread() {
    double sx = 0;
    double sy = 0;
    double squares = 0;
    int n = Math.max(1, size());
    for (int i = 0; i < size(); i++) {
      sx += x(i);
      sy += y(i);
      squares += (double) x(i) * x(i) + (double) y(i) * y(i);
    }
    return Math.sqrt(Math.max(0, squares / n - (sx / n) * (sx / n) - (sy / n) * (sy / n)));
  }

  /** The places between this layout and another of the same points: this one at 0, the other at 1. */
  public Layout blended(Layout other, double share) {
    if (other.size() != size()) {
      throw new IllegalArgumentException(size() + " points and " + other.size());
    }
    float[] between = new float[positions.length];
    for (int i = 0; i < between.length; i++) {
      between[i] = (float) (positions[i] + share * (other.positions[i] - positions[i]));
    }
    return new Layout(between, trainCount);
  }
}
