package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import org.junit.jupiter.api.Test;

class ScaledRowsTest {
  private static FeatureMatrix features(float... values) {
    return new HeapFeatures(values, values.length / 2, 2);
  }

  private static float[] scaled(float... values) {
    return ScaledRows.of(features(values)).toArray();
  }

  @Test
  void usualFeaturesStayAsTheyAre() {
    FeatureMatrix features = features(1, 1000, -3, 1000);

    assertSame(features, ScaledRows.of(features));
  }

  @Test
  void featuresWhoseSquaresAreNotHeldAreBroughtNearOne() {
    float large = Math.scalb(1f, 100);
    float small = Math.scalb(1f, -100);

    assertArrayEquals(new float[] {1, 0, -1, 0}, scaled(large, 0, -large, 0));
    assertArrayEquals(new float[] {1, 0, -1, 0}, scaled(small, 0, -small, 0));
  }

  @Test
  void aFeatureThatIsTheSameFarFromZeroForAllIsTakenOff() {
    assertArrayEquals(new float[] {2, 0, -4, 0}, scaled(2, 1e30f, -4, 1e30f));
    float small = Math.scalb(1f, -100);
    assertArrayEquals(new float[] {1, 0, -1, 0}, scaled(small, 5, -small, 5));
  }
}
