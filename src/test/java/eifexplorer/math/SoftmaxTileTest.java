package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftmaxTileTest {
  private static final int N = 200;
  private static final int C = 600;
  private static final int E = 6;

  private final Random random = new Random(1);
  private final double[][] embeddings = gaussian(N, E);
  private final double[][] proxies = units(gaussian(C, E));
  private final int[] labels = random.ints(N, 0, C).toArray();

  private double[][] gaussian(int n, int k) {
    double[][] rows = new double[n][k];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return rows;
  }

  private static double[][] units(double[][] rows) {
    return Arrays.stream(rows)
        .map(r -> Arrays.stream(r).map(v -> v / Math.sqrt(Doubles.dot(r, r))).toArray())
        .toArray(double[][]::new);
  }

  /** A tile of 200 samples and many classes chooses its exponential by all but three of the samples. */
  @ParameterizedTest
  @CsvSource({
    "2, 18, 0",
    "2, 18, 1",
    "2, 18, 3",
    "2, 18, 4",
    "3, 18, 2",
    "1, 4, 2",
    "2, 20, 200",
    "2, 1, 200"
  })
  void changesAreThoseOfDoublePrecisionHoweverFarWhichSamplesMove(int rank, double scale, int far) {
    double[][] moves = gaussian(N, rank);
    for (int j = 0; j < N; j++) {
      for (int k = 0; k < rank; k++) {
        moves[j][k] *= (j % 50 == 7 && j / 50 < far) || far == N ? 1 : 1e-3;
      }
    }
    SoftmaxTile tile =
        SoftmaxTile.of(columns(embeddings, proxies), inverseLengths(), labels, scale, .5);
    double[] changes = tile.changes(tile.losses(), List.of(move(moves, rank)))[0];

    for (int j = 0; j < N; j++) {
      double[] moved = embeddings[j].clone();
      for (int k = 0; k < rank; k++) {
        moved[k] += moves[j][k];
      }
      double expected = loss(moved, labels[j], scale) - loss(embeddings[j], labels[j], scale);
      // The rest of a loss that falls by more holds its rounding; such samples are asked for again.
      double allowed = expected < -2 ? -2 - expected : 3e-6 + 1e-5 * Math.abs(expected);
      assertEquals(expected, changes[j], allowed, "sample " + j);
    }
  }

  /** Along the first axes. */
  private CosineMove move(double[][] moves, int rank) {
    double[] squares = Arrays.stream(embeddings).mapToDouble(e -> Doubles.dot(e, e)).toArray();
    double[][] axes = new double[rank][E];
    for (int k = 0; k < rank; k++) {
      axes[k][k] = 1;
    }
    return CosineMove.of(
        squares,
        squares,
        Matrices.transposed(Matrices.floats(moves)),
        columns(embeddings, axes),
        new double[rank],
        columns(axes, proxies));
  }

  private double[] inverseLengths() {
    return Arrays.stream(embeddings).mapToDouble(e -> 1 / Math.sqrt(Doubles.dot(e, e))).toArray();
  }

  /** Products of all pairs of rows, [b][a]. */
  private static float[][] columns(double[][] a, double[][] b) {
    float[][] columns = new float[b.length][a.length];
    for (int c = 0; c < b.length; c++) {
      for (int j = 0; j < a.length; j++) {
        columns[c][j] = (float) Doubles.dot(a[j], b[c]);
      }
    }
    return columns;
  }

  private double loss(double[] embedding, int label, double scale) {
    double length = Math.sqrt(Doubles.dot(embedding, embedding));
    double sum = 0;
    double own = 0;
    for (int c = 0; c < C; c++) {
      double logit = scale * Doubles.dot(embedding, proxies[c]) / length + (c == label ? -.5 : 0);
      own = c == label ? logit : own;
      sum += Math.exp(logit);
    }
    return Math.log(sum) - own;
  }
}
