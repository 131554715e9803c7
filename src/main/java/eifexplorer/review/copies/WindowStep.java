package eifexplorer.review.copies;

import eifexplorer.review.copies.GreyGrid.Places;
import eifexplorer.review.copies.PictureComparison.Window;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;

/** One Gauss-Newton step that lets a window of a picture look more like another picture. */
final class WindowStep {
  /** Left, upper side, width, height, gain, offset. */
  private static final int UNKNOWNS = 6;

  private static final double RIDGE = 1e-6;

  private WindowStep() {}

  /** The window after one step; the same if the step can't be found. */
  static Window of(GreyGrid picture, GreyGrid whole, Window window) {
    int side = picture.side();
    Places columns = whole.across(window, 0);
    Places rows = whole.down(window, 0);
    float[] seen = whole.between(columns, rows);
    float[] right = whole.between(whole.across(window, 0.5), rows);
    float[] left = whole.between(whole.across(window, -0.5), rows);
    float[] below = whole.between(columns, whole.down(window, 0.5));
    float[] above = whole.between(columns, whole.down(window, -0.5));
    double[][] normal = new double[UNKNOWNS][UNKNOWNS];
    double[] targets = new double[UNKNOWNS];
    double[] row = new double[UNKNOWNS];
    for (int y = 0; y < side; y++) {
      double v = (y + 0.5) / side;
      for (int x = 0; x < side; x++) {
        int cell = y * side + x;
        double acrossX = ((double) right[cell] - left[cell]) * side;
        double downY = ((double) below[cell] - above[cell]) * side;
        // picture ~ gain * whole(window) + offset, linear in the window's change times the gain.
        row[0] = acrossX;
        row[1] = downY;
        row[2] = acrossX * ((x + 0.5) / side);
        row[3] = downY * v;
        row[4] = seen[cell];
        row[5] = 1;
        add(normal, targets, row, picture.at(x, y));
      }
    }
    for (int i = 0; i < UNKNOWNS; i++) {
      for (int j = 0; j < i; j++) {
        normal[i][j] = normal[j][i];
      }
    }
    double[] solved = solve(normal, targets);
    double gain = solved[4];
    if (!(Math.abs(gain) > 0.05)) {
      return window;
    }
    return new Window(
        window.x() + solved[0] / gain,
        window.y() + solved[1] / gain,
        window.width() + solved[2] / gain,
        window.height() + solved[3] / gain);
  }

  /** Adds to the upper half of the normal equations. */
  private static void add(double[][] normal, double[] targets, double[] row, double target) {
    for (int i = 0; i < UNKNOWNS; i++) {
      double value = row[i];
      double[] sums = normal[i];
      for (int j = i; j < UNKNOWNS; j++) {
        sums[j] += value * row[j];
      }
      targets[i] += row[i] * target;
    }
  }

  /** Zeros where there is no answer. */
  private static double[] solve(double[][] normal, double[] targets) {
    for (int i = 0; i < UNKNOWNS; i++) {
      normal[i][i] *= 1 + RIDGE;
    }
    DecompositionSolver solver =
        new LUDecomposition(MatrixUtils.createRealMatrix(normal)).getSolver();
    return solver.isNonSingular()
        ? solver.solve(MatrixUtils.createRealVector(targets)).toArray()
        : new double[UNKNOWNS];
  }
}
