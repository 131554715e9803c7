package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.testing.Kernels;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTileTest {
  private final Random random = new Random(3);

  private float[] floats(int n) {
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 2, 3", "3, 5, 7", "4, 62, 5", "4, 63, 2", "1, 64, 17", "7, 130, 513"})
  void productsAreThoseOfDoublePrecision(int r, int k, int n) {
    float[] samples = floats(n * k + 4);
    float[][] rows = new float[r][];
    for (int i = 0; i < r; i++) {
      rows[i] = floats(k);
    }

    float[][] products = ColumnTile.ofRows(samples, n, k).times(rows);

    for (int i = 0; i < r; i++) {
      for (int j = 0; j < n; j++) {
        double exact = 0;
        for (int c = 0; c < k; c++) {
          exact += (double) rows[i][c] * samples[j * k + c];
        }
        assertEquals(exact, products[i][j], 1e-6 * k);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"JAVA,1,1", "JAVA,16,3", "JAVA,37,2048", "TORCH,37,5"})
  void rowsOfASourceBecomeColumns(Kernels kernels, int n, int k) {
    RowSource source =
        (from, to, target, offset) -> {
          for (int i = 0; i < (to - from) * k; i++) {
            target[offset + i] = from * k + i;
          }
        };
    float[][] expected = new float[k][n];
    for (int c = 0; c < k; c++) {
      for (int j = 0; j < n; j++) {
        expected[c][j] = (j + 5) * k + c;
      }
    }

    assertArrayEquals(expected, kernels.math().block(source, 5, n, k).columns());
  }

  @Test
  void aValueThatIsNoNumberStaysWithItsSample() {
    float[] samples = {1, Float.NaN, 3, 4};

    float[][] products = ColumnTile.ofRows(samples, 4, 1).times(new float[][] {{2}});

    assertEquals("[2.0, NaN, 6.0, 8.0]", java.util.Arrays.toString(products[0]));
  }

  @Test
  void thereIsNoTileWithoutColumns() {
    assertThrows(IllegalArgumentException.class, () -> ColumnTile.of(new float[0][]));
  }
}
