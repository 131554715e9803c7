package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.dataset.LabelNoise;
import org.junit.jupiter.api.Test;

class SimilarClassesTest {
  @Test
  void theNearestDirectionCountsWhateverTheLength() {
    float[] features = {
      1, 0, 0, //
      9, 1, 0, //
      0, 1, 0, //
      0, 5, 1, //
      0, .1f, .2f
    };
    assertArrayEquals(
        new int[] {1, 2, 1},
        SimilarClasses.mostSimilar(new HeapFeatures(features, 5, 3), new int[] {0, 0, 1, 1, 2}, 3));
  }

  @Test
  void theNoiseIsMadeAgainFromItsName() {
    LabelNoise noise = LabelNoise.byId(LabelNoise.confusion(new int[] {1, 2, 1}).id());

    assertEquals("confusion:1,2,1", noise.id());
    assertEquals(2, noise.wrongLabel(1, 3, null));
  }
}
