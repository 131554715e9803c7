package eifexplorer.projection;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.problem.ProblemException;

/**
 * The points that are laid out together: training rows, then test rows; immutable.
 *
 * <p>Their values are checked, so that no layout is silently wrong.
 */
public final class ProjectionPoints {
  /** There is no map of fewer points. */
  public static final int FEWEST = 5;

  private static final int BLOCK = 1024;

  private final FeatureMatrix rows;
  private final int trainCount;

  private ProjectionPoints(FeatureMatrix rows, int trainCount) {
    this.rows = rows;
    this.trainCount = trainCount;
  }

  /**
   * The rows of both splits in one matrix.
   *
   * @param train [N,E]
   * @param test [M,E]
   * @throws ProblemException if there are fewer than five points, a value is not finite, or all points are the same
   */
  public static ProjectionPoints of(FeatureMatrix train, FeatureMatrix test) {
    int n = train.rows() + test.rows();
    if (n < FEWEST) {
      throw new ProblemException(
          n == 1
              ? "There is 1 point, too few for a map"
              : "There are " + n + " points, too few for a map",
          "",
          "A map needs at least " + FEWEST + " images.");
    }
    FeatureMatrix rows = new JoinedRows(train, test);
    check(rows, train.rows());
    return new ProjectionPoints(rows, train.rows());
  }

  private static void check(FeatureMatrix rows, int trainCount) {
    int columns = rows.columns();
    float[] first = rows.row(0);
    float[] block = new float[BLOCK * columns];
    boolean different = false;
    for (int from = 0; from < rows.rows(); from += BLOCK) {
      int count = Math.min(BLOCK, rows.rows() - from);
      rows.copyRows(from, from + count, block, 0);
      for (int i = 0; i < count * columns; i++) {
        requireFinite(block[i], from + i / columns, i % columns, trainCount);
        different |= block[i] != first[i % columns];
      }
    }
    if (!different) {
      throw new ProblemException(
          "All " + rows.rows() + " points are the same, there is nothing to lay out",
          "",
          "Check the model: it embeds every image at one place.");
    }
  }

  private static void requireFinite(float value, int row, int column, int trainCount) {
    if (!Float.isFinite(value)) {
      String image =
          row < trainCount ? "training image " + row : "test image " + (row - trainCount);
      throw new ProblemException(
          "Column " + column + " of " + image + " is " + value, "", "Compute the features again.");
    }
  }

  /** All points [n,E]. */
  public FeatureMatrix rows() {
    return rows;
  }

  /** n. */
  public int size() {
    return rows.rows();
  }

  /** How many of them, from the first on, are training images. */
  public int trainCount() {
    return trainCount;
  }
}
