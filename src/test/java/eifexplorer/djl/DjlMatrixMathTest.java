package eifexplorer.djl;

import eifexplorer.engine.MatrixProducts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DjlMatrixMathTest {

  @ParameterizedTest
  @CsvSource({"1,1,1", "3,5,7", "33,70,515"})
  void agreesWithNaiveSums(int m, int n, int k) {
    try (DjlEngine engine = Reference.engine()) {
      MatrixProducts.assertAgrees(engine.matrixMath(), m, n, k);
    }
  }
}
