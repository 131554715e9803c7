package eifexplorer.confusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Metric;
import eifexplorer.embedding.NearestNeighbours;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.Kernels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference's confusions, confusion classes and group pairs. */
@ParameterizedClass
@EnumSource(Kernels.class)
class ConfusionGoldenTest {
  private final MatrixMath math;

  ConfusionGoldenTest(Kernels kernels) {
    math = kernels.math();
  }

  private static final JobContext QUIET = JobContext.unattended();
  private final String NORMAL = "06_confusion_normal.npz";
  private final String FALLBACK = "06_confusion_fallback.npz";

  private HeapFeatures matrix(Npz golden, String name) {
    NdArray array = golden.array(name);
    return new HeapFeatures(array.floats(), array.axis(0), array.axis(1));
  }

  private Confusions confusions(Npz golden) {
    return new ConfusionFinder(math).find(matrix(golden, "X"), golden.array("y").ints(), QUIET);
  }

  private static List<Integer> list(Npz golden, String name) {
    return Arrays.stream(golden.array(name).ints()).boxed().toList();
  }

  private static int[] ints(List<ConfusionPair> pairs, ToIntFunction<ConfusionPair> field) {
    return pairs.stream().mapToInt(field).toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {NORMAL, FALLBACK})
  void neighboursAndPairs(String file) {
    try (Npz golden = GoldenFiles.open(file)) {
      Confusions confusions = confusions(golden);
      int[] nearest =
          IntStream.range(0, confusions.sampleCount()).map(confusions::nearest).toArray();
      assertArrayEquals(golden.array("nn_index").ints(), nearest);
      List<ConfusionPair> pairs = confusions.pairs();
      assertArrayEquals(golden.array("wrong_indices").ints(), ints(pairs, ConfusionPair::wrong));
      assertArrayEquals(
          golden.array("wrong_labels").ints(), ints(pairs, ConfusionPair::wrongLabel));
      assertArrayEquals(
          golden.array("wrong_preds").ints(), ints(pairs, ConfusionPair::confusedLabel));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {NORMAL, FALLBACK})
  void wrongClassesAndShares(String file) {
    try (Npz golden = GoldenFiles.open(file)) {
      ConfusionTable table = new ConfusionTable(confusions(golden));
      List<Integer> wrong =
          table.wrongClasses(golden.array("topk").ints()[0]).stream()
              .map(ClassSummary::label)
              .toList();
      assertEquals(list(golden, "top_wrong_classes"), wrong);
      double[] negated =
          Arrays.stream(table.shares(wrong, list(golden, "classes")))
              .flatMapToDouble(Arrays::stream)
              .map(share -> -share)
              .toArray();
      assertArrayEquals(golden.array("wrong_freq_matrix").doubles(), negated, 1e-6);
    }
  }

  /** In the fallback case all rows but the first follow the ordinary rule. */
  @ParameterizedTest
  @CsvSource({NORMAL + ",0", FALLBACK + ",1"})
  void confusionClasses(String file, int firstOrdinaryRow) {
    try (Npz golden = GoldenFiles.open(file)) {
      ConfusionTable table = new ConfusionTable(confusions(golden));
      List<Integer> wrong = list(golden, "top_wrong_classes");
      List<Integer> all = list(golden, "confusion_classes");
      int[] offsets = golden.array("confusion_offsets").ints();
      for (int i = firstOrdinaryRow; i < wrong.size(); i++) {
        assertEquals(all.subList(offsets[i], offsets[i + 1]), table.confusionClasses(wrong.get(i)));
      }
    }
  }

  /**
   * Where the ten most frequent confusions do not exceed one half, the reference takes a position that belongs to
   * another class's row and keeps two classes; this program keeps the ten it looked at.
   */
  @Test
  void fallbackKeepsAllTenWhereTheReferenceIsWrong() {
    try (Npz golden = GoldenFiles.open(FALLBACK)) {
      ConfusionTable table = new ConfusionTable(confusions(golden));
      List<Integer> classes = list(golden, "classes");
      double[] negatedShares = golden.array("wrong_freq_matrix").doubles();
      List<Integer> ten =
          IntStream.range(0, classes.size())
              .boxed()
              .sorted(Comparator.comparingDouble(j -> negatedShares[j]))
              .limit(10)
              .map(classes::get)
              .toList();
      assertEquals(ten, table.confusionClasses(golden.array("top_wrong_classes").ints()[0]));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {NORMAL, FALLBACK})
  void nearestOfTheSameClass(String file) {
    try (Npz golden = GoldenFiles.open(file)) {
      int[] nearest =
          new NearestNeighbours(math)
              .ofSameClass(
                  matrix(golden, "X"), golden.array("y").ints(), Metric.EUCLIDEAN, 1, QUIET)
              .column(0);
      assertArrayEquals(golden.array("nn_same_class_index").ints(), nearest);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "03_group_full50.npz,g0", "03_group_full50.npz,g1",
    "03_group_earlystop.npz,g0", "03_group_earlystop.npz,g1"
  })
  void groupPairs(String file, String group) {
    try (Npz golden = GoldenFiles.open(file)) {
      EmbeddingHead head =
          new EmbeddingHead(golden.array("W").floats(), golden.array("b").floats());
      FeatureMatrix embeddings = Embeddings.of(matrix(golden, "Xte"), head, math);
      Confusions confusions =
          new ConfusionFinder(math).find(embeddings, golden.array("yte").ints(), QUIET);
      int wrong = golden.array(group + "_wrong_class").ints()[0];
      List<Integer> confused = list(golden, group + "_confusion_classes");
      List<ConfusionPair> pairs = new ConfusionGroup(wrong, confused).pairs(confusions);

      assertArrayEquals(
          golden.array(group + "_pairs_wrong").ints(), ints(pairs, ConfusionPair::wrong));
      assertArrayEquals(
          golden.array(group + "_pairs_confuse").ints(), ints(pairs, ConfusionPair::confusedWith));
      ConfusionTable table = new ConfusionTable(confusions);
      assertEquals(
          list(golden, group + "_pairs_per_class"),
          confused.stream().map(label -> table.count(wrong, label)).toList());
      assertEquals(
          golden.array(group + "_avg_d").doubles()[0],
          pairs.stream().mapToDouble(ConfusionPair::distance).average().getAsDouble(),
          1e-5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"03_group_full50.npz", "03_group_earlystop.npz"})
  void neighboursOfGroupWorlds(String file) {
    try (Npz golden = GoldenFiles.open(file)) {
      EmbeddingHead head =
          new EmbeddingHead(golden.array("W").floats(), golden.array("b").floats());
      FeatureMatrix embeddings = Embeddings.of(matrix(golden, "Xte"), head, math);
      int[] nearest =
          new NearestNeighbours(math).within(embeddings, Metric.EUCLIDEAN, 1, QUIET).column(0);
      assertArrayEquals(golden.array("test_nn_index").ints(), nearest);
    }
  }
}
