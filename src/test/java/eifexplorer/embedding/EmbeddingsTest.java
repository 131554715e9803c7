package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import eifexplorer.testing.NaiveMatrixMath;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {
  @Test
  void isAffine() {
    HeapFeatures x = new HeapFeatures(new float[] {1, 2, 3, 4}, 2, 2);
    EmbeddingHead head = new EmbeddingHead(new float[] {1, 0, 0, 1, 1, -1}, new float[] {10, 0, 1});
    assertArrayEquals(
        new float[] {11, 2, 0, 13, 4, 0}, Embeddings.of(x, head, new NaiveMatrixMath()).toArray());
  }

  @Test
  void blocksFitTogether() {
    int f = 1 << 19;
    Random random = new Random(1);
    float[] values = new float[5 * f];
    for (int i = 0; i < values.length; i += 997) {
      values[i] = random.nextInt(9);
    }
    float[] weight = new float[f];
    for (int i = 0; i < f; i++) {
      weight[i] = i % 5;
    }
    float[] expected = new float[5];
    for (int i = 0; i < values.length; i++) {
      expected[i / f] += values[i] * weight[i % f];
    }
    EmbeddingHead head = new EmbeddingHead(weight, new float[1]);
    assertArrayEquals(
        expected,
        Embeddings.of(new HeapFeatures(values, 5, f), head, new NaiveMatrixMath()).toArray());
  }

  @Test
  void whatIsTooLargeForANumberIsRefused() {
    EmbeddingHead head = new EmbeddingHead(new float[] {3e38f, 3e38f}, new float[1]);
    HeapFeatures x = new HeapFeatures(new float[] {0, 1, 2, 3}, 2, 2);
    assertTrue(
        assertThrows(ProblemException.class, () -> Embeddings.of(x, head, new NaiveMatrixMath()))
            .getMessage()
            .startsWith("The embedding of sample 1 is Infinity."));
  }

  @Test
  void otherFeatureSizeIsRefused() {
    EmbeddingHead head = new EmbeddingHead(new float[] {1, 1}, new float[1]);
    HeapFeatures x = new HeapFeatures(new float[3], 1, 3);
    assertThrows(
        IllegalArgumentException.class, () -> Embeddings.of(x, head, new NaiveMatrixMath()));
  }

  @Test
  void normalisedRowsHaveLengthOneOrStayZero() {
    HeapFeatures x = new HeapFeatures(new float[] {3, 4, 0, 0}, 2, 2);
    assertArrayEquals(new float[] {0.6f, 0.8f, 0, 0}, Embeddings.normalised(x).toArray());
    assertEquals(
        2, Embeddings.normalisedSquaredDistance(new float[] {0, 5}, new float[] {0.1f, 0}), 1e-12);
  }
}
