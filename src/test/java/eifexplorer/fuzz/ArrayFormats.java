package eifexplorer.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npy;
import eifexplorer.array.NpyHeader.ElementType;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingBundles;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureFile;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** NumPy's arrays, alone, as features and together in a bundle. */
final class ArrayFormats {
  private static final List<String> WORDS =
      List.of("\u0093NUMPY", "'descr'", "'<f4'", "'shape': (", "'fortran_order': True", "}", "\0");

  private ArrayFormats() {}

  static List<Format> all() throws IOException {
    List<byte[]> arrays = arrays();
    byte[] features = Npy.toBytes(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    List<byte[]> bundles = List.of(bundle(List.of()), bundle(List.of("a/1.jpg", "a/2.jpg")));
    List<Mutation> inside = new ArrayList<>(NpyMutations.all());
    inside.addAll(ByteMutations.all(arrays, WORDS));
    return List.of(
        Format.of("npy", "a.npy", arrays, WORDS, NpyMutations.all(), file -> array(Npy.read(file))),
        Format.of(
            "features",
            "a.npy",
            List.of(features, arrays.get(0)),
            WORDS,
            NpyMutations.all(),
            file -> rows(FeatureFile.open(file))),
        Format.of(
            "npz",
            "a.npz",
            bundles,
            List.of("PK\3\4", "PK\1\2", "PK\5\6", "train_features.npy", "weight.npy"),
            ZipMutations.around(inside),
            file -> bundle(EmbeddingBundles.read(file))));
  }

  private static List<byte[]> arrays() throws IOException {
    ByteArrayOutputStream doubles = new ByteArrayOutputStream();
    Npy.write(doubles, new double[] {1, 2, 3, 4, 5, 6}, 3, 2);
    ByteArrayOutputStream longs = new ByteArrayOutputStream();
    Npy.write(longs, new long[] {0, 1, 2, 1}, 4);
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    Npy.write(texts, List.of("a/1.jpg", "b/ü.jpg"));
    return List.of(
        doubles.toByteArray(),
        longs.toByteArray(),
        texts.toByteArray(),
        Npy.toBytes(new float[] {1, 2, 3, 4}, 2, 2));
  }

  private static boolean array(NdArray array) {
    long size = Arrays.stream(array.shape()).reduce(1, (a, b) -> a * b);
    if (array.type() == ElementType.UNICODE || array.type() == ElementType.BYTES) {
      array.strings();
    } else {
      assertEquals(size, array.floats().length);
      assertEquals(size, array.doubles().length);
      assertEquals(size, array.longs().length);
    }
    return true;
  }

  /** Those of a file are mapped: what is in them was looked at when they were written. */
  private static boolean rows(FeatureMatrix features) {
    float[] all = new float[Math.multiplyExact(features.rows(), features.columns())];
    features.copyRows(0, features.rows(), all, 0);
    return true;
  }

  private static boolean finite(FeatureMatrix features) {
    for (int row = 0; row < features.rows(); row++) {
      for (float value : features.row(row)) {
        check(Float.isFinite(value), "a value that is not finite");
      }
    }
    return true;
  }

  /** A value that a reader should not have given. */
  static void check(boolean good, String what) {
    if (!good) {
      throw new AssertionError(what);
    }
  }

  private static byte[] bundle(List<String> paths) throws IOException {
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            new HeapFeatures(new float[] {1, 0, 0, 1}, 2, 2),
            new int[] {0, 1},
            new HeapFeatures(new float[] {1, 1, 0, 1}, 2, 2),
            new int[] {2, 2},
            new EmbeddingHead(new float[] {1, 2, 3, 4}, new float[] {0, 1}),
            new Proxies(new float[] {1, 0, 0, 1}, 2, 1),
            paths,
            paths);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EmbeddingBundles.write(bundle, out);
    return out.toByteArray();
  }

  private static boolean bundle(EmbeddingBundle bundle) {
    assertEquals(bundle.trainFeatures().rows(), bundle.trainLabels().length);
    assertEquals(bundle.testFeatures().rows(), bundle.testLabels().length);
    assertEquals(bundle.trainFeatures().columns(), bundle.head().featureSize());
    for (int label : bundle.trainLabels()) {
      check(label >= 0 && label < bundle.proxies().classCount(), "a label without a proxy");
    }
    return finite(bundle.trainFeatures()) && finite(bundle.testFeatures());
  }

  /** A zip archive of these entries. */
  static byte[] zip(Map<String, byte[]> entries) throws IOException {
    return ZipMutations.write(entries, true);
  }
}
