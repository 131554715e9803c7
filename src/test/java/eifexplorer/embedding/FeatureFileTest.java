package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.job.JobContext;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFileTest {
  @TempDir Path folder;

  /** Wide enough for several blocks. */
  private static HeapFeatures wide() {
    float[] values = new float[5 << 19];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return new HeapFeatures(values, 5, 1 << 19);
  }

  @Test
  void writtenFeaturesComeBack() {
    Path file = folder.resolve("new/x.npy");
    FeatureFile.write(file, wide(), JobContext.unattended());
    assertArrayEquals(wide().toArray(), FeatureFile.open(file).toArray());
  }

  @Test
  void goesOnAfterAnUnfinishedWriter() {
    Path file = folder.resolve("x.npy");
    float[] three = Arrays.copyOf(wide().toArray(), 3 << 19);
    try (FeatureWriter writer = FeatureWriter.open(file, 5, 1 << 19)) {
      writer.append(three, 3);
    }
    FeatureFile.write(file, wide(), JobContext.unattended());
    assertArrayEquals(wide().toArray(), FeatureFile.open(file).toArray());
  }
}
