package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.job.JobContext;
import eifexplorer.testing.Kernels;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelSystemTest {
  private static final int COUNT = 40;
  private static final int LEFT = 3;
  private static final int RIGHT = 5;

  private final double[] left = new Random(1).doubles((long) COUNT * LEFT, -1, 1).toArray();
  private final double[] right = new Random(2).doubles((long) COUNT * RIGHT, -1, 1).toArray();

  private final KernelSystem.Rows rows =
      new KernelSystem.Rows() {
        @Override
        public int count() {
          return COUNT;
        }

        @Override
        public double[] left(int from, int to) {
          return Arrays.copyOfRange(left, from * LEFT, to * LEFT);
        }

        @Override
        public double[] right(int from, int to) {
          return Arrays.copyOfRange(right, from * RIGHT, to * RIGHT);
        }
      };

  private double kernel(int i, int j) {
    double[][] g = Matrices.rows(left, LEFT);
    double[][] f = Matrices.rows(right, RIGHT);
    return Doubles.dot(g[i], g[j]) * Doubles.dot(f[i], f[j]);
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void theSolutionTimesTheKernelAndItsRidgeIsTheRightSide(Kernels kernels) {
    double lambda = .1;
    double[][] x = {new Random(3).doubles(COUNT).toArray(), new Random(4).doubles(COUNT).toArray()};
    double trace = 0;
    for (int i = 0; i < COUNT; i++) {
      trace += kernel(i, i);
    }
    double[][] b = new double[2][COUNT];
    for (int q = 0; q < 2; q++) {
      for (int i = 0; i < COUNT; i++) {
        b[q][i] = lambda * trace / COUNT * x[q][i];
        for (int j = 0; j < COUNT; j++) {
          b[q][i] += kernel(i, j) * x[q][j];
        }
      }
    }

    KernelSystem system = kernels.math().kernelSystem(rows, lambda, JobContext.unattended());

    double[][] solved = system.solve(b, JobContext.unattended()).toArray(double[][]::new);
    assertArrayEquals(x[0], solved[0], 1e-9);
    assertArrayEquals(x[1], solved[1], 1e-9);
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void aKernelThatCanNotBeFactorisedIsRefused(Kernels kernels) {
    left[7] = Double.NaN;
    assertThrows(
        ArithmeticException.class,
        () -> kernels.math().kernelSystem(rows, .1, JobContext.unattended()));
  }
}
