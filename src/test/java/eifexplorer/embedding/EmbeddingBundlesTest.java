package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.array.Npz;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingBundlesTest {
  @TempDir Path folder;
  private Path file;
  private final Map<String, Object[]> arrays = new LinkedHashMap<>();

  @BeforeEach
  void arrays() {
    file = folder.resolve("birds.npz");
    put("train_features", new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
    put("train_labels", new long[] {0, 1, 1}, 3);
    put("test_features", new float[] {7, 8, 9, 10}, 2, 2);
    put("test_labels", new long[] {2, 3}, 2);
    put("weight", new float[] {1, 0, 0, 1, 1, 1}, 3, 2);
    put("bias", new float[] {0, 0, 1}, 3);
    put("proxies", new float[12], 4, 3);
  }

  private void put(String name, Object values, long... shape) {
    arrays.put(name, new Object[] {values, shape});
  }

  private void save() throws IOException {
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      for (Map.Entry<String, Object[]> entry : arrays.entrySet()) {
        long[] shape = (long[]) entry.getValue()[1];
        if (entry.getValue()[0] instanceof float[] floats) {
          writer.put(entry.getKey(), floats, shape);
        } else {
          writer.put(entry.getKey(), (long[]) entry.getValue()[0], shape);
        }
      }
    }
  }

  private String failure() throws IOException {
    save();
    return assertThrows(ProblemException.class, () -> EmbeddingBundles.read(file)).getMessage();
  }

  @Test
  void readsAllArrays() throws IOException {
    save();
    EmbeddingBundle bundle = EmbeddingBundles.read(file);
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, bundle.trainFeatures().toArray());
    assertArrayEquals(new int[] {0, 1, 1}, bundle.trainLabels());
    assertArrayEquals(new float[] {7, 8, 9, 10}, bundle.testFeatures().toArray());
    assertArrayEquals(new int[] {2, 3}, bundle.testLabels());
    assertArrayEquals(new float[] {1, 0, 0, 1, 1, 1}, bundle.head().weight());
    assertArrayEquals(new float[] {0, 0, 1}, bundle.head().bias());
    assertEquals(4, bundle.proxies().classCount());
    assertEquals(List.of(), bundle.trainPaths());
  }

  @Test
  void centresPerClassAreGivenOrRead() throws IOException {
    save();
    assertEquals(2, EmbeddingBundles.read(file, 2).proxies().classCount());
    put("centres_per_class", new long[] {2});
    save();
    assertEquals(2, EmbeddingBundles.read(file).proxies().classCount());
    assertThrows(ProblemException.class, () -> EmbeddingBundles.read(file, 3));
  }

  @Test
  void pathsMayStandBeside() throws IOException {
    save();
    Files.writeString(folder.resolve("birds.test_paths.txt"), "a b.jpg\nc.jpg\n");
    assertEquals(List.of("a b.jpg", "c.jpg"), EmbeddingBundles.read(file).testPaths());
    Files.writeString(folder.resolve("birds.train_paths.txt"), "only one\n");
    assertTrue(failure().contains("1 paths for 3 samples"));
  }

  @Test
  void writtenBundleComesBack() throws IOException {
    save();
    EmbeddingBundle read = EmbeddingBundles.read(file, 2);
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            read.trainFeatures(),
            read.trainLabels(),
            read.testFeatures(),
            read.testLabels(),
            read.head(),
            read.proxies(),
            List.of("a", "bé", "c"),
            List.of());
    Path copy = folder.resolve("copy.npz");
    try (OutputStream out = Files.newOutputStream(copy)) {
      EmbeddingBundles.write(bundle, out);
    }
    EmbeddingBundle back = EmbeddingBundles.read(copy);
    assertArrayEquals(bundle.trainFeatures().toArray(), back.trainFeatures().toArray());
    assertArrayEquals(bundle.testLabels(), back.testLabels());
    assertEquals(2, back.proxies().centresPerClass());
    assertEquals(List.of("a", "bé", "c"), back.trainPaths());
  }

  @Test
  void unpackedFeaturesAreMapped() throws IOException {
    save();
    Path features = folder.resolve("features");
    EmbeddingBundle bundle =
        EmbeddingBundles.unpack(file, OptionalInt.empty(), features, JobContext.unattended());
    assertArrayEquals(new float[] {7, 8, 9, 10}, bundle.testFeatures().toArray());
    assertArrayEquals(
        new float[] {1, 2, 3, 4, 5, 6}, FeatureFile.open(features.resolve("train.npy")).toArray());
  }

  @Test
  void missingArrayIsNamed() throws IOException {
    arrays.remove("proxies");
    assertTrue(failure().startsWith("The archive has no array \"proxies\""));
  }

  @Test
  void infiniteFeatureIsNamedByArrayRowAndColumn() throws IOException {
    put("test_features", new float[] {7, 8, 9, Float.POSITIVE_INFINITY}, 2, 2);
    String message = failure();
    assertTrue(
        message.startsWith(
            "Row 1, column 1 of the features is Infinity: " + file + " (test_features)"),
        message);
  }

  @Test
  void sizesThatDoNotFitAreNamed() throws IOException {
    put("weight", new float[] {1, 0, 0, 1}, 2, 2);
    String message = failure();
    assertTrue(message.contains("(weight)") && message.contains("[3, any]"), message);
  }

  @Test
  void labelWithoutProxyIsNamed() throws IOException {
    put("train_labels", new long[] {0, 1, 4}, 3);
    assertTrue(failure().startsWith("Training sample 2 has label 4 without a proxy"));
  }

  @Test
  void negativeLabelIsNamed() throws IOException {
    put("test_labels", new long[] {2, -1}, 2);
    assertTrue(failure().startsWith("Sample 1 has label -1"));
  }

  @Test
  void hugeLabelIsNamedBeforeClassesAreMade() throws IOException {
    put("test_labels", new long[] {2, Integer.MAX_VALUE}, 2);
    assertTrue(failure().startsWith("Sample 1 has label 2147483647"));
  }

  @Test
  void noArchiveIsRefused() throws IOException {
    Files.writeString(file, "not a zip");
    assertThrows(ProblemException.class, () -> EmbeddingBundles.read(file));
  }
}
