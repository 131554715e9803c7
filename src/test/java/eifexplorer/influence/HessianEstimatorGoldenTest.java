package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.Npz;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.MatrixMath;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.Kernels;
import eifexplorer.testing.Tolerance;
import eifexplorer.training.LossSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kernels.class)
class HessianEstimatorGoldenTest {
  private final MatrixMath math;

  HessianEstimatorGoldenTest(Kernels kernels) {
    math = kernels.math();
  }

  private static final Tolerance VALUES = new Tolerance(2e-6, 2e-3);
  private static final double SIGN_NOISE = 2e-6;

  @ParameterizedTest
  @CsvSource({
    "proxynca, pair0", "proxynca, pair1", "proxynca, group0",
    "softtriple, pair0", "softtriple, pair1", "softtriple, group0"
  })
  void directionsAndInfluencesAreTheReferencesWithTheOtherSign(String loss, String query) {
    try (Npz npz = GoldenFiles.open("05_if_full50_" + loss + ".npz")) {
      GoldenWorld golden = new GoldenWorld(npz);
      LossSpec spec = loss.equals("proxynca") ? LossSpec.PROXY_NCA : LossSpec.SOFT_TRIPLE;
      TrainingPasses model = new TrainingPasses(math, golden.bundle(), spec);
      InfluenceEstimator estimator =
          InfluenceEstimators.standard(math).create("if", model, Map.of());

      float[][] direction =
          new StochasticInverse(.01, 500)
              .direction(
                  new PairDistance(golden.bundle(), golden.query(query)),
                  model.derivatives(),
                  JobContext.unattended());
      InfluenceScores scores = estimator.estimate(golden.query(query), JobContext.unattended());

      double[] flat =
          Arrays.stream(direction).flatMapToDouble(r -> Arrays.stream(Doubles.of(r))).toArray();
      VALUES.check("ihvp", npz.array(query + "_ihvp").doubles(), flat);
      double[] expected = npz.array(query + "_influence").doubles();
      VALUES.check(
          "influence", Arrays.stream(expected).map(v -> -v).toArray(), scores.influences());
      assertEquals(
          certain(npz.array(query + "_harmful").ints(), expected),
          certain(scores.harmful(), expected));
      assertEquals(
          certain(npz.array(query + "_helpful").ints(), expected),
          certain(scores.helpful(), expected));
    }
  }

  private static Set<Integer> certain(int[] indices, double[] influence) {
    return Arrays.stream(indices)
        .filter(i -> Math.abs(influence[i]) >= SIGN_NOISE)
        .boxed()
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({"proxynca", "softtriple"})
  void gradientsAreTheReferences(String loss) {
    try (Npz npz = GoldenFiles.open("05_if_full50_" + loss + ".npz")) {
      GoldenWorld golden = new GoldenWorld(npz);
      LossSpec spec = loss.equals("proxynca") ? LossSpec.PROXY_NCA : LossSpec.SOFT_TRIPLE;
      TrainingDerivatives training = new TrainingPasses(math, golden.bundle(), spec).derivatives();
      double[] norms = new double[300];
      training.overTiles(
          JobContext.unattended(),
          (first, tile, read) -> {
            double[] squares = tile.gradients().squares();
            double[] featureSquares = read.squares();
            for (int j = 0; j < squares.length; j++) {
              norms[first + j] = Math.sqrt(squares[j]) * Math.sqrt(featureSquares[j]);
            }
          });

      new Tolerance(1e-5, 1e-3).check("norms", npz.array("gradL_norm").doubles(), norms);
    }
  }
}
