package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassCentroidsTest {
  /** Directions 0°, 90°, 0°, 90°, 45° of class 7, 7, 8, 8, 9, with different lengths. */
  private final ClassCentroids centroids =
      new ClassCentroids(
          new HeapFeatures(new float[] {2, 0, 0, 3, 1, 0, 0, 1, 5, 5}, 5, 2),
          new int[] {7, 7, 8, 8, 9});

  @Test
  void theMarginLeavesTheRowItselfOut() {
    // The other row of class 7 is at a right angle, the other classes' means at 45 degrees.
    assertEquals(0 - Math.sqrt(.5), centroids.margin(0), 1e-7);
  }

  @Test
  void theOnlyRowOfItsClassHasNoMargin() {
    assertEquals(Double.NaN, centroids.margin(4));
  }

  @Test
  void theOnlyClassHasNoMargin() {
    ClassCentroids one =
        new ClassCentroids(new HeapFeatures(new float[] {1, 2, 3}, 3, 1), new int[3]);

    assertEquals(Double.NaN, one.margin(0));
  }

  @Test
  void typicalRowsComeFirst() {
    ClassCentroids one =
        new ClassCentroids(
            new HeapFeatures(new float[] {0, 1, 1, 0, 9, 1, 1, .3f}, 4, 2), new int[] {3, 3, 3, 5});

    assertEquals(List.of(2, 1, 0), one.typical(3));
    assertEquals(List.of(), one.typical(4));
  }
}
