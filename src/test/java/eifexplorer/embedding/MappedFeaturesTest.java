package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.array.Npy;
import eifexplorer.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFeaturesTest {
  @TempDir Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("x.npy"), content);
  }

  private static float[] counting(int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = i;
    }
    return values;
  }

  @Test
  void readsAcrossSegments() throws IOException {
    float[] values = counting(7 * 3);
    MappedFeatures features = MappedFeatures.open(file(Npy.toBytes(values, 7, 3)), 2 * 3 * 4);
    assertArrayEquals(values, features.toArray());
    float[] middle = new float[1 + 4 * 3];
    features.copyRows(1, 5, middle, 1);
    assertArrayEquals(Arrays.copyOfRange(values, 3, 15), Arrays.copyOfRange(middle, 1, 13));
    assertArrayEquals(new float[] {18, 19, 20}, features.row(6));
  }

  @Test
  void cutShortIsRefused() throws IOException {
    byte[] content = Npy.toBytes(counting(6), 2, 3);
    Path file = file(Arrays.copyOf(content, content.length - 1));
    ProblemException e = assertThrows(ProblemException.class, () -> MappedFeatures.open(file));
    assertTrue(e.getMessage().startsWith("The features are cut short: " + file), e.getMessage());
  }

  @Test
  void otherShapesAreRefused() throws IOException {
    Path file = file(Npy.toBytes(counting(6), 6));
    assertThrows(ProblemException.class, () -> MappedFeatures.open(file));
    Path empty = file(Npy.toBytes(counting(0), 0, 3));
    assertThrows(ProblemException.class, () -> MappedFeatures.open(empty));
  }

  @Test
  void otherTypesAreRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(out, new double[] {1, 2}, 1, 2);
    Path file = file(out.toByteArray());
    ProblemException e = assertThrows(ProblemException.class, () -> MappedFeatures.open(file));
    assertTrue(e.getMessage().contains("type f8"), e.getMessage());
  }

  @Test
  void doublesAreConvertedOnRequest() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(out, new double[] {1, 2.5}, 1, 2);
    assertArrayEquals(new float[] {1, 2.5f}, FeatureFile.open(file(out.toByteArray())).toArray());
  }

  @Test
  void missingFileIsNamed() {
    Path missing = folder.resolve("none.npy");
    ProblemException e = assertThrows(ProblemException.class, () -> FeatureFile.open(missing));
    assertTrue(e.getMessage().contains("none.npy"), e.getMessage());
  }
}
