package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import eifexplorer.embedding.HeapFeatures;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeatureContentTest {
  private static float[] values() {
    Random random = new Random(1);
    float[] values = new float[300 * 5];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static String digits(float[] values) {
    return FeatureContent.digits(new HeapFeatures(values, 300, 5));
  }

  @Test
  void everyRowCounts() {
    String before = digits(values());
    for (int row = 0; row < 300; row++) {
      float[] changed = values();
      changed[row * 5 + row % 5] += 1e-3f;
      assertNotEquals(before, digits(changed), "row " + row);
    }
    assertEquals(before, digits(values()));
  }

  @Test
  void theShapeCounts() {
    assertNotEquals(digits(values()), FeatureContent.digits(new HeapFeatures(values(), 150, 10)));
  }

  @Test
  void partsOfTheRowsAddUpToTheWhole() {
    HeapFeatures first = new HeapFeatures(Arrays.copyOf(values(), 128 * 5), 128, 5);
    HeapFeatures rest = new HeapFeatures(Arrays.copyOfRange(values(), 128 * 5, 1500), 172, 5);
    HeapFeatures whole = new HeapFeatures(new float[1500], 300, 5);

    FeatureContent.know(
        whole,
        LongStream.concat(
                Arrays.stream(FeatureContent.hashes(first, 0)),
                Arrays.stream(FeatureContent.hashes(rest, 128)))
            .toArray());

    assertEquals(digits(values()), FeatureContent.digits(whole));
  }
}
