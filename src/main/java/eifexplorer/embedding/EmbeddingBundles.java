package eifexplorer.embedding;

import eifexplorer.array.NpyReader;
import eifexplorer.array.Npz;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Reads and writes embedding bundles, the {@code .npz} archives that Python code hands over.
 *
 * <p>Arrays: {@code train_features [N,F]}, {@code train_labels [N]}, {@code test_features [M,F]}, {@code test_labels
 * [M]}, {@code weight [E,F]}, {@code bias [E]}, {@code proxies [C*K,E]}; if wished {@code train_paths}, {@code
 * test_paths} (text) and {@code centres_per_class} (K, 1 where absent). For {@code birds.npz} the text files {@code
 * birds.train_paths.txt} and {@code birds.test_paths.txt} beside it, one path a line, serve as well as the arrays. Any
 * numeric type is read. All readers throw {@link ProblemException} naming the array that is missing, broken, not
 * finite or of a size that does not fit.
 */
public final class EmbeddingBundles {
  static final String CENTRES = "centres_per_class";

  private EmbeddingBundles() {}

  /** Where the features of a split go. */
  private interface FeaturePlace {
    FeatureMatrix read(NpyReader reader, String array);
  }

  /** Reads a bundle into memory; its features may take half of what the program may use. */
  public static EmbeddingBundle read(Path npz) {
    return read(npz, OptionalInt.empty());
  }

  /** Reads a bundle into memory with K centres a class, whatever it says itself. */
  public static EmbeddingBundle read(Path npz, int centresPerClass) {
    return read(npz, OptionalInt.of(centresPerClass));
  }

  private static EmbeddingBundle read(Path npz, OptionalInt centres) {
    try (Npz archive = Npz.open(npz)) {
      requireMemory(archive, npz);
      FeaturePlace memory =
          (reader, array) -> FeatureFile.inMemory(reader, npz + " (" + array + ")");
      return assemble(archive, npz, centres, memory);
    }
  }

  /**
   * Reads a bundle of any size: its features are unpacked to {@code train.npy} and {@code test.npy} in {@code folder}
   * and mapped from there.
   *
   * @param centresPerClass K; empty to take what the bundle says
   */
  public static EmbeddingBundle unpack(
      Path npz, OptionalInt centresPerClass, Path folder, JobContext context) {
    FeaturePlace files =
        (reader, array) -> {
          Path file = folder.resolve(array.replace("_features", ".npy"));
          return FeatureFile.toFile(reader, npz + " (" + array + ")", file, context);
        };
    try (Npz archive = Npz.open(npz)) {
      return assemble(archive, npz, centresPerClass, files);
    }
  }

  /** Writes a bundle; the caller closes the stream. */
  public static void write(EmbeddingBundle bundle, OutputStream out) throws IOException {
    Npz.Writer writer = new Npz.Writer(out);
    putFeatures(writer, "train_features", bundle.trainFeatures());
    writer.put("train_labels", longs(bundle.trainLabels()), bundle.trainLabels().length);
    putFeatures(writer, "test_features", bundle.testFeatures());
    writer.put("test_labels", longs(bundle.testLabels()), bundle.testLabels().length);
    EmbeddingHead head = bundle.head();
    writer.put("weight", head.weight(), head.embeddingSize(), head.featureSize());
    writer.put("bias", head.bias(), head.embeddingSize());
    Proxies proxies = bundle.proxies();
    writer.put("proxies", proxies.values(), proxies.count(), proxies.embeddingSize());
    writer.put(CENTRES, new long[] {proxies.centresPerClass()});
    if (!bundle.trainPaths().isEmpty()) {
      writer.put("train_paths", bundle.trainPaths());
    }
    if (!bundle.testPaths().isEmpty()) {
      writer.put("test_paths", bundle.testPaths());
    }
    writer.finish();
  }

  private static EmbeddingBundle assemble(
      Npz archive, Path npz, OptionalInt centres, FeaturePlace place) {
    archive.requireFit(
        "weight", "bias", "proxies", "train_labels", "test_labels", "train_paths", "test_paths");
    BundleArrays arrays = new BundleArrays(archive, npz);
    // The small arrays come first: a bundle that lacks one is refused before its features are read.
    EmbeddingHead head = arrays.head();
    Proxies proxies = arrays.proxies(head.embeddingSize(), centres);
    int[] trainLabels = arrays.labels("train_labels");
    int[] testLabels = arrays.labels("test_labels");
    try {
      return new EmbeddingBundle(
          features(archive, "train_features", place),
          trainLabels,
          features(archive, "test_features", place),
          testLabels,
          head,
          proxies,
          arrays.paths("train_paths", trainLabels.length),
          arrays.paths("test_paths", testLabels.length));
    } catch (ProblemException e) {
      throw e.orAt(npz.toString());
    }
  }

  private static FeatureMatrix features(Npz archive, String array, FeaturePlace place) {
    try (NpyReader reader = archive.reader(array)) {
      return place.read(reader, array);
    }
  }

  private static void requireMemory(Npz archive, Path npz) {
    long bytes = 0;
    for (String array : new String[] {"train_features", "test_features"}) {
      try (NpyReader reader = archive.reader(array)) {
        MappedFeatures.requireShape(reader.header(), npz + " (" + array + ")");
        bytes = Math.addExact(bytes, 4 * reader.header().size());
      }
    }
    long limit = Runtime.getRuntime().maxMemory() / 2;
    if (bytes > limit) {
      throw ProblemException.inFile(
          npz,
          "The features take " + bytes + " bytes, more than the " + limit + " set aside for them",
          "Import the bundle into a workspace, which keeps features on disk.");
    }
  }

  private static void putFeatures(Npz.Writer writer, String name, FeatureMatrix features)
      throws IOException {
    int step = FeatureFile.blockRows(features.columns());
    int[] next = {0};
    writer.put(
        name,
        () -> {
          int from = next[0];
          next[0] = Math.min(features.rows(), from + step);
          float[] block = new float[(next[0] - from) * features.columns()];
          features.copyRows(from, next[0], block, 0);
          return block;
        },
        features.rows(),
        features.columns());
  }

  private static long[] longs(int[] values) {
    return Arrays.stream(values).asLongStream().toArray();
  }
}
