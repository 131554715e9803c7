package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.DeviceMemoryException;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.checkpoint.StateDict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesThatFitTest {
  private static final int FEATURES = 512;

  private final List<Integer> asked = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  /** Each feature is the image's first value; memory for so many images. */
  private Backbone backbone(int memory) {
    return new Backbone() {
      @Override
      public BackboneSpec spec() {
        return BackboneSpec.parse("resnet18/average/plain");
      }

      @Override
      public float[] features(float[] images, int n, int height, int width) {
        asked.add(n);
        if (n > memory) {
          throw new DeviceMemoryException(n, height, width, "", new IllegalStateException());
        }
        float[] features = new float[n * FEATURES];
        for (int i = 0; i < features.length; i++) {
          features[i] = images[i / FEATURES * 3];
        }
        return features;
      }

      @Override
      public FeatureMaps featureMaps(float[] images, int n, int height, int width) {
        throw new IllegalStateException();
      }

      @Override
      public StateDict weights() {
        throw new IllegalStateException();
      }

      @Override
      public void close() {}
    };
  }

  private static float[] images(int n) {
    float[] images = new float[3 * n];
    for (int i = 0; i < n; i++) {
      images[3 * i] = i;
    }
    return images;
  }

  private static float[] firstOfEach(float[] features) {
    float[] first = new float[features.length / FEATURES];
    for (int i = 0; i < first.length; i++) {
      first[i] = features[i * FEATURES];
    }
    return first;
  }

  @Test
  void aBatchThatDoesNotFitIsHalvedAndTheSizeThatFitsKept() {
    BatchesThatFit fitting = new BatchesThatFit(backbone(2), FEATURES, said::add);

    float[] features = fitting.features(images(7), 7, 1, 1);
    fitting.features(images(3), 3, 1, 1);

    assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5, 6}, firstOfEach(features));
    assertEquals(List.of(7, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), asked);
    assertEquals(
        List.of(
            "The memory is too small for batches of 7 images of 1×1: they are computed 3 at a"
                + " time.",
            "The memory is too small for batches of 3 images of 1×1: they are computed 1 at a"
                + " time."),
        said);
  }

  @Test
  void whereNotEvenOneImageFitsTheMessageStays() {
    BatchesThatFit fitting = new BatchesThatFit(backbone(0), FEATURES, said::add);
    assertThrows(DeviceMemoryException.class, () -> fitting.features(images(2), 2, 1, 1));
  }
}
