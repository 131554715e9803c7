package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.engine.MatrixProducts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaMatrixMathTest {
  private final MatrixMath math = new JavaMatrixMath();

  @ParameterizedTest
  @CsvSource({
    "1,1,1",
    "3,5,7",
    "17,1,4",
    "1,513,2",
    "33,700,515",
    "16,512,512",
    "130,6,1027",
    "4,4,0"
  })
  void agreesWithNaiveSums(int m, int n, int k) {
    MatrixProducts.assertAgrees(math, m, n, k);
  }

  @ParameterizedTest
  @CsvSource({"0,3,2", "3,0,2"})
  void emptyMatricesGiveEmptyProducts(int m, int n, int k) {
    float[] out = new float[0];
    math.times(new float[m * k], m, new float[n * k], n, k, out);
    assertArrayEquals(new float[0], out);
  }
}
