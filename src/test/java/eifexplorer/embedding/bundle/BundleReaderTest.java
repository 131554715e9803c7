package eifexplorer.embedding.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.array.Npy;
import eifexplorer.array.Npz;
import eifexplorer.engine.checkpoint.Safetensors;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleReaderTest {
  private static final float[] FEATURES = {1, 2, 3, 4, 5, 6, 7, 8};

  @TempDir Path folder;

  /** Writes an archive of four samples of two columns. */
  private interface Arrays2 {
    void put(Npz.Writer writer) throws IOException;
  }

  private Path archive(Arrays2 arrays) throws IOException {
    Path file = folder.resolve("birds.npz");
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      arrays.put(writer);
    }
    return file;
  }

  private static DividedBundle divided(Path path, String wish) {
    return DividedBundle.of(BundleReader.read(path), wish);
  }

  private static String refusal(Path path) {
    return assertThrows(ProblemException.class, () -> divided(path, "")).getMessage();
  }

  /** They are there under the right name: that they are missing would send people to look for them. */
  @Test
  void labelsOfAnotherShapeAreNotCalledMissing() throws IOException {
    Path oneHot =
        archive(
            writer -> {
              writer.put("features", FEATURES, 4, 2);
              writer.put("labels", new long[] {1, 0, 0, 1, 1, 0, 0, 1}, 4, 2);
            });
    assertEquals(
        "The array has shape [4, 2] where [n] is needed: "
            + oneHot
            + " (labels). Save one label a sample; of one-hot rows labels.argmax(1).",
        refusal(oneHot));
  }

  @Test
  void featuresOfAnotherShapeAreNotCalledMissing() throws IOException {
    Path line =
        archive(
            writer -> {
              writer.put("train_features", FEATURES, 8);
              writer.put("train_labels", new long[] {0, 0, 0, 0, 1, 1, 1, 1}, 8);
            });
    assertTrue(refusal(line).startsWith("The array has shape [8] where [n, F] is needed: " + line));
  }

  @ParameterizedTest
  @CsvSource({
    "features, labels",
    "X, y",
    "embeddings, targets",
    "val_embs, val_labels",
    "features_test, labels_test",
    "arr_0, arr_1"
  })
  void featuresAndLabelsAreKnownByNameOrShape(String features, String labels) throws IOException {
    Path file =
        archive(
            writer -> writer.put(features, FEATURES, 4, 2).put(labels, new long[] {7, 3, 7, 3}, 4));
    GivenBundle given = BundleReader.read(file);
    assertEquals(List.of("7", "3", "7", "3"), given.train().labels());
    assertArrayEquals(FEATURES, given.train().features().toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"npz", "npy", "safetensors", "csv"})
  void everyFormatGivesTheSameBundle(String format) throws IOException {
    GivenBundle given = BundleReader.read(written(format));
    assertArrayEquals(FEATURES, given.train().features().toArray());
    assertEquals(List.of("0", "1", "0", "1"), given.train().labels());
    assertEquals(List.of("a.jpg", "b.jpg", "c.jpg", "d.jpg"), given.train().paths());
  }

  @Test
  void attributesThatMacOsKeepsBesideTheArraysAreNoArrays() throws IOException {
    Path bundle = written("npy");
    Files.write(bundle.resolve("._features.npy"), new byte[] {0, 5, 22, 7});
    assertArrayEquals(FEATURES, BundleReader.read(bundle).train().features().toArray());
  }

  private Path written(String format) throws IOException {
    List<String> paths = List.of("a.jpg", "b.jpg", "c.jpg", "d.jpg");
    long[] labels = {0, 1, 0, 1};
    Path file = folder.resolve("birds." + format);
    switch (format) {
      case "npz" ->
          archive(
              w -> w.put("features", FEATURES, 4, 2).put("labels", labels, 4).put("paths", paths));
      case "npy" -> {
        Files.createDirectories(file);
        try (OutputStream out = Files.newOutputStream(file.resolve("features.npy"))) {
          Npy.write(out, FEATURES, 4, 2);
        }
        try (OutputStream out = Files.newOutputStream(file.resolve("labels.npy"))) {
          Npy.write(out, labels, 4);
        }
        Files.write(file.resolve("paths.txt"), paths);
      }
      case "safetensors" -> {
        Map<String, WeightTensor> tensors =
            Map.of(
                "features", WeightTensor.of(FEATURES, 4, 2), "labels", WeightTensor.of(labels, 4));
        try (OutputStream out = Files.newOutputStream(file)) {
          Safetensors.write(out, StateDict.of(tensors), Map.of());
        }
        Files.write(folder.resolve("birds.paths.txt"), paths);
      }
      default ->
          Files.writeString(
              file, "path,label,f0,f1\na.jpg,0,1,2\nb.jpg,1,3,4\nc.jpg,0,5,6\nd.jpg,1,7,8\n");
    }
    return file;
  }

  @Test
  void halfOfTheClassesIsTrainedOn() throws IOException {
    DividedBundle divided = divided(fourClasses(), "");
    assertArrayEquals(new int[] {1, 0}, divided.train().labels());
    assertArrayEquals(new int[] {3, 2}, divided.test().labels());
    assertEquals(List.of("class 2", "class 9", "class 10", "class 30"), divided.classNames());
    assertArrayEquals(new float[] {1, 2, 7, 8}, divided.train().features().toArray());
  }

  private Path fourClasses() throws IOException {
    return archive(w -> w.put("x", FEATURES, 4, 2).put("y", new long[] {9, 30, 10, 2}, 4));
  }

  @ParameterizedTest
  @CsvSource({"images, 3", "'1,2', 2", "3, 1"})
  void anotherDivisionIsChosen(String wish, int trained) throws IOException {
    Path file =
        archive(
            w ->
                w.put("x", Arrays.copyOf(FEATURES, 12), 6, 2)
                    .put("y", new long[] {0, 0, 1, 1, 2, 2}, 6));
    assertEquals(trained, divided(file, wish).trainClasses());
  }

  @Test
  void namesPathsAndTruthsComeAlong() throws IOException {
    Path file =
        archive(
            w ->
                w.put("train_features", FEATURES, 4, 2)
                    .put("train_labels", List.of("wren", "wren", "owl", "owl"))
                    .put("train_true_labels", List.of("owl", "wren", "owl", "owl"))
                    .put(
                        "train_paths",
                        List.of("/d/a/1.jpg", "/d/a/2.jpg", "/d/b/1.jpg", "/d/b/1.jpg"))
                    .put("test_features", FEATURES, 4, 2)
                    .put("test_labels", List.of("tit", "owl", "tit", "owl"))
                    .put(
                        "test_paths",
                        List.of("/d/t/1.jpg", "/d/t/2.jpg", "/d/t/3.jpg", "/d/t/4.jpg")));
    DividedBundle divided = divided(file, "");
    assertEquals(List.of("owl", "wren", "tit"), divided.classNames());
    assertEquals(List.of("a/1.jpg", "a/2.jpg", "b/1.jpg", "b/1.jpg (2)"), divided.train().paths());
    assertArrayEquals(new int[] {2, 0, 2, 0}, divided.test().labels());
    assertEquals(OptionalInt.of(0), divided.train().truths().get(0));
  }

  @Test
  void labelsFollowTheProxiesWhereThereAreSome() throws IOException {
    Path file =
        archive(
            w ->
                w.put("features", FEATURES, 4, 2)
                    .put("labels", new long[] {4, 2, 4, 2}, 4)
                    .put("proxies", new float[10], 5, 2));
    DividedBundle divided = divided(file, "");
    assertEquals(5, divided.trainClasses());
    assertArrayEquals(new int[] {4, 2}, divided.train().labels());
  }

  @Test
  void proxiesAsColumnsAreTurned() throws IOException {
    Path file =
        archive(
            w ->
                w.put("features", FEATURES, 4, 2)
                    .put("labels", new long[] {4, 2, 4, 2}, 4)
                    .put("proxies", new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 2, 5));
    assertArrayEquals(
        new float[] {1, 6, 2, 7, 3, 8, 4, 9, 5, 10},
        BundleReader.read(file).proxies().orElseThrow().values());
  }

  @ParameterizedTest
  @CsvSource({
    "16711683, true, 'Test sample 2 has label 16711683, far from those of the other classes'",
    "4398046511106, true, 'Test sample 2 has label 4398046511106, far from those of the'",
    "200, true, ",
    "16711683, false, ",
  })
  void aTestLabelFarBeyondTheProxiesIsRefused(long label, boolean proxies, String said)
      throws IOException {
    Path file =
        archive(
            w -> {
              w.put("train_features", FEATURES, 4, 2)
                  .put("train_labels", new long[] {0, 1, 0, 1}, 4)
                  .put("test_features", FEATURES, 4, 2)
                  .put("test_labels", new long[] {2, 3, label, 3}, 4);
              if (proxies) {
                w.put("proxies", new float[4], 2, 2);
              }
            });
    if (said == null) {
      assertEquals(2, divided(file, "").trainClasses());
    } else {
      assertTrue(refusal(file).contains(said), refusal(file));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "labels, 3, There are 3 labels for 4 samples",
    "labels, 1, There is 1 label for 4 samples",
    "nothing, 4, There are features but no labels",
  })
  void whatDoesNotFitIsSaid(String name, int count, String said) throws IOException {
    Path file = archive(w -> w.put("features", FEATURES, 4, 2).put(name, new float[count], count));
    String message = refusal(file);
    assertTrue(message.contains(said), message);
  }

  @ParameterizedTest
  @CsvSource({
    "a.parquet, Parquet",
    "a.pkl, Pickles",
    "a.npy, one array",
    "a.csv, no features",
    "absent.npz, no such file"
  })
  void otherFilesAreRefusedWithWhatWorks(String name, String said) throws IOException {
    if (!name.startsWith("absent")) {
      Files.writeString(folder.resolve(name), "path,label\na.jpg,1\n");
    }
    String message = refusal(folder.resolve(name));
    assertTrue(message.contains(said), message);
  }

  @Test
  void unlabelledSamplesAreRefused() throws IOException {
    Path file = archive(w -> w.put("x", FEATURES, 4, 2).put("y", new long[] {0, -1, 1, 1}, 4));
    assertTrue(refusal(file).contains("Sample 1 has label -1"), refusal(file));
  }

  @Test
  void theWeightsOfANetworkAreNoFeatures() throws IOException {
    Path file = folder.resolve("net.safetensors");
    try (OutputStream out = Files.newOutputStream(file)) {
      Safetensors.write(
          out,
          StateDict.of(Map.of("conv.weight", WeightTensor.of(new float[16], 1, 1, 4, 4))),
          Map.of());
    }
    assertTrue(refusal(file).contains("weights of a network"), refusal(file));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceIsNotReadForEver() {
    assertEquals(
        "This is a pipe or a device, which may never end: /dev/zero. Write it to a file first.",
        refusal(Path.of("/dev/zero")));
  }

  @Test
  void halfOfAPartIsNotPassedOver() throws IOException {
    Path file =
        archive(
            writer ->
                writer
                    .put("train_features", FEATURES, 4, 2)
                    .put("test_features", FEATURES, 4, 2)
                    .put("test_labels", new long[] {7, 3, 7, 3}, 4));
    assertTrue(
        refusal(file)
            .startsWith(
                "There are features but no labels for them: " + file + " (train_features). "));
  }

  @Test
  void whatIsWrongWithALabelOrASplitIsSaidWithItsFile() throws IOException {
    Path large =
        archive(
            writer ->
                writer
                    .put("features", FEATURES, 4, 2)
                    .put("labels", new double[] {1e300, 1, 1, 2}, 4));
    assertEquals(
        "Element 0 is 1.0E300, too large for a label: "
            + large
            + " (labels). Number the classes from 0, or give their names as text.",
        refusal(large));
    Path split =
        archive(
            writer ->
                writer
                    .put("features", FEATURES, 4, 2)
                    .put("labels", new long[] {1, 1, 2, 2}, 4)
                    .put("split", List.of("train", "tset", "test", "test")));
    assertEquals(
        "The split of sample 1 is \"tset\": "
            + split
            + ". Allowed: train, test, val, query, gallery.",
        refusal(split));
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 40, 3, 0, -2})
  void aNumberOfCentresThatDoesNotFitIsRefused(long centres) throws IOException {
    Path file =
        archive(
            writer ->
                writer
                    .put("features", FEATURES, 4, 2)
                    .put("labels", new long[] {0, 0, 1, 1}, 4)
                    .put("proxies", FEATURES, 4, 2)
                    .put("centres_per_class", new long[] {centres}, 1));
    assertEquals(
        "4 proxies do not make classes of "
            + centres
            + " centres: "
            + file
            + " (proxies). Give the number of centres a class in the array centres_per_class.",
        refusal(file));
  }

  @Test
  void aHeadThatIsNoNumberIsNamedWithItsFile() throws IOException {
    Path file =
        archive(
            writer ->
                writer
                    .put("features", FEATURES, 4, 2)
                    .put("labels", new long[] {0, 0, 1, 1}, 4)
                    .put("weight", new float[] {1, 2, Float.NaN, 4}, 2, 2));
    assertEquals(
        "Element 2 of the weight is NaN: " + file + " (weight). Train or export the model again.",
        refusal(file));
  }

  /** As numpy writes meta={"model": "r50"} beside the others, or as a write that broke off leaves it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'descr': '|O', 'fortran_order': False, 'shape': ()}; The array holds Python objects",
        "{'descr': '<M8[D]', 'fortran_order': False, 'shape': ()};"
            + " Arrays of type M8[D] are not read",
        "none; This is no .npy array"
      })
  void anArrayOfNoMeaningThatIsNotReadKeepsNoBundleFromOpening(String header, String why)
      throws IOException {
    String magic = "\u0093NUMPY\1\0" + (char) header.length() + "\0";
    Path arrays = Files.createDirectory(folder.resolve("arrays"));
    Files.write(
        arrays.resolve("meta.npy"),
        (header.equals("none") ? "" : magic + header).getBytes(StandardCharsets.ISO_8859_1));
    Files.write(arrays.resolve("features.npy"), Npy.toBytes(FEATURES, 4, 2));
    Files.write(arrays.resolve("labels.npy"), Npy.toBytes(new float[] {0, 0, 1, 1}, 4));

    assertEquals(List.of("meta (" + why + ")"), BundleReader.read(arrays).leftOut());
  }
}
