package eifexplorer.influence;

import eifexplorer.array.Npz;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.Kernels;
import eifexplorer.testing.Tolerance;
import eifexplorer.training.LossSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** TRAK and Gauss-Newton influence against the same, solved densely in double precision. */
@ParameterizedClass
@EnumSource(Kernels.class)
class TrakGoldenTest {
  private final MatrixMath math;

  TrakGoldenTest(Kernels kernels) {
    math = kernels.math();
  }

  private static final List<TestPair> PAIRS =
      List.of(new TestPair(2, 141), new TestPair(91, 61), new TestPair(149, 19));

  @ParameterizedTest
  @CsvSource({
    "proxynca, 0.1",
    "proxynca, 1",
    "proxynca, 10",
    "softtriple, 0.1",
    "softtriple, 1",
    "softtriple, 10"
  })
  void trakIsTheExactKernels(String loss, String lambda) {
    check(loss, "trak", lambda, Map.of("lambda", lambda), 1e-7, 1e-5);
  }

  @ParameterizedTest
  @CsvSource({"proxynca, 0.01", "proxynca, 0.1", "softtriple, 0.01", "softtriple, 0.1"})
  void gaussNewtonIsTheDenseSolution(String loss, String share) {
    check(loss, "gauss_newton", share, Map.of("share", share), 1e-4, 1e-3);
  }

  private void check(
      String loss,
      String name,
      String value,
      Map<String, String> options,
      double ofLargest,
      double relative) {
    try (Npz world = GoldenFiles.open("04_eif_full50_" + loss + ".npz");
        Npz golden = GoldenFiles.open("16_trak.npz")) {
      LossSpec spec = loss.equals("proxynca") ? LossSpec.PROXY_NCA : LossSpec.SOFT_TRIPLE;
      String id = name.equals("trak") ? "trak" : "if-exact";
      InfluenceEstimator estimator =
          InfluenceEstimators.standard(math)
              .create(id, new GoldenWorld(world).bundle(), spec, options);
      List<InfluenceQuery> queries =
          PAIRS.stream().map(pair -> InfluenceQuery.pair(pair.first(), pair.second())).toList();
      List<InfluenceScores> scores = estimator.estimateAll(queries, JobContext.unattended());
      for (int p = 0; p < PAIRS.size(); p++) {
        String key = "eif_full50_" + loss + "_pair" + p + "_" + name + "_" + value;
        double[] effect = golden.array(key).doubles();
        double largest = Arrays.stream(effect).map(Math::abs).max().orElseThrow();
        new Tolerance(ofLargest * largest, relative)
            .check(key, Arrays.stream(effect).map(v -> -v).toArray(), scores.get(p).influences());
      }
    }
  }
}
