package eifexplorer.influence;

import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Solves {@code (H + ridge I) x = v} over matrices [E][F] for an H that is never negative and known by its products only.
 * Hestenes, Stiefel: "Methods of Conjugate Gradients for Solving Linear Systems" (1952).
 *
 * @param iterations at most, 1 or more
 * @param tolerance ends when the rest is so much smaller than v, above 0
 */
record ConjugateGradients(int iterations, double tolerance) {
  /**
   * What was reached.
   *
   * @param x [E][F]
   * @param steps taken
   * @param rest length of what is left of v, as a share of v's
   */
  record Solution(double[][] x, int steps, double rest) {}

  /** Throws {@link eifexplorer.job.JobCancelledException} when cancelled between two steps. */
  Solution solve(
      UnaryOperator<double[][]> product, double ridge, double[][] v, JobContext context) {
    double start = dot(v, v);
    double[][] x = new double[v.length][v[0].length];
    if (start == 0) {
      return new Solution(x, 0, 0);
    }
    double[][] rest = copy(v);
    double[][] step = copy(v);
    double size = start;
    int steps = 0;
    for (; steps < iterations && size > tolerance * tolerance * start; steps++) {
      context.checkCancelled();
      double[][] moved = product.apply(step);
      add(moved, ridge, step);
      double length = size / dot(step, moved);
      add(x, length, step);
      add(rest, -length, moved);
      double next = dot(rest, rest);
      for (int r = 0; r < step.length; r++) {
        for (int c = 0; c < step[r].length; c++) {
          step[r][c] = rest[r][c] + next / size * step[r][c];
        }
      }
      size = next;
    }
    return new Solution(x, steps, Math.sqrt(size / start));
  }

  private static double[][] copy(double[][] matrix) {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  /** The sum of all products. */
  static double dot(double[][] a, double[][] b) {
    double sum = 0;
    for (int r = 0; r < a.length; r++) {
      sum += Doubles.dot(a[r], b[r]);
    }
    return sum;
  }

  /** {@code a += factor b}. */
  static void add(double[][] a, double factor, double[][] b) {
    for (int r = 0; r < a.length; r++) {
      Doubles.addScaled(a[r], factor, b[r]);
    }
  }
}
