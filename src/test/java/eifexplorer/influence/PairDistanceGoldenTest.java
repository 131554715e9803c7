package eifexplorer.influence;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.math.Matrices;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.Tolerance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairDistanceGoldenTest {
  @ParameterizedTest
  @CsvSource({
    "02_pairdist_small,single,2e-6,5e-6",
    "02_pairdist_small,multi,1.2e-5,3e-5",
    "02_pairdist_many,multi,8e-5,2e-4",
    "02_pairdist_large,single,2e-6,5e-6"
  })
  void theSumOverPairsAndItsGradientAreTheReferences(
      String file, String pairs, double distance, double gradient) {
    try (Npz npz = GoldenFiles.open(file + ".npz")) {
      int[] first = npz.array(pairs + "_wrong").ints();
      InfluenceQuery query = query(first, npz.array(pairs + "_confuse").ints());
      // The reference sums here and takes the mean for groups; we always take the mean.
      check(
          npz,
          npz.array("features"),
          query,
          pairs + "_d",
          new Tolerance(distance, 1e-5),
          pairs + "_gradW",
          new Tolerance(gradient, 1e-3),
          first.length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "03_group_full50,g0",
    "03_group_full50,g1",
    "03_group_earlystop,g0",
    "03_group_earlystop,g1"
  })
  void aGroupsMeanAndItsGradientAreTheReferences(String file, String group) {
    try (Npz npz = GoldenFiles.open(file + ".npz")) {
      InfluenceQuery query =
          query(
              npz.array(group + "_pairs_wrong").ints(), npz.array(group + "_pairs_confuse").ints());
      check(
          npz,
          npz.array("Xte"),
          query,
          group + "_avg_d",
          new Tolerance(5e-6, 1e-5),
          group + "_gradW",
          new Tolerance(5e-6, 1e-3),
          1);
    }
  }

  private static void check(
      Npz npz,
      NdArray features,
      InfluenceQuery query,
      String distanceName,
      Tolerance distance,
      String gradientName,
      Tolerance gradient,
      int times) {
    HeapFeatures test = new HeapFeatures(features.floats(), features.axis(0), features.axis(1));
    PairDistance pairs = new PairDistance(test, npz.array("b").floats(), query);
    double[][] weight = Matrices.rows(npz.array("W").floats(), features.axis(1));

    double[] flat =
        Arrays.stream(pairs.gradient(weight))
            .flatMapToDouble(Arrays::stream)
            .map(g -> g * times)
            .toArray();
    double expected = npz.array(distanceName).doubles()[0];
    distance.check("d", expected, times * pairs.distance(weight));
    gradient.check("gradW", npz.array(gradientName).doubles(), flat);

    QuerySpan span = new QuerySpan(pairs, Matrices.rows(pairs.embeddings(weight), weight.length));
    LowRankTheta theta = new LowRankTheta(span);
    distance.check("low-rank d", expected, times * theta.distance());
    theta.step(times);
    gradient.check("low-rank gradW", npz.array(gradientName).doubles(), moved(span, theta, weight));
  }

  /** (Z V)^T Fp, [E*F]. */
  private static double[] moved(QuerySpan span, LowRankTheta theta, double[][] weight) {
    double[] moved = EifForm.moved(span, theta);
    double[][] rows = new double[weight.length][weight[0].length];
    for (int r = 0; r < rows.length; r++) {
      span.pairs().addGradient(rows[r], r, moved, 1);
    }
    return Matrices.flat(rows);
  }

  private static InfluenceQuery query(int[] first, int[] second) {
    List<TestPair> pairs =
        IntStream.range(0, first.length).mapToObj(p -> new TestPair(first[p], second[p])).toList();
    return new InfluenceQuery(pairs, "golden");
  }
}
