package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.Npz;
import eifexplorer.job.JobContext;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.Tolerance;
import eifexplorer.training.LossSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EifEstimatorGoldenTest {
  private static final Tolerance THETA = new Tolerance(2e-5, 1e-4);
  private static final Tolerance DISTANCES = new Tolerance(2e-5, 2e-5);
  private static final Tolerance DELTA_DISTANCE = new Tolerance(2e-5, 1e-4);
  private static final Tolerance DELTA_LOSS = new Tolerance(2e-6, 1e-4);

  /** Below these an influence's sign is the reference's rounding noise. */
  private static final Map<String, List<Double>> SIGN_NOISE =
      Map.of(
          "full50", List.of(1.1e-6, 7.4e-6, 2e-6, 1.4e-6, 4.6e-7),
          "earlystop", List.of(2.1e-5, 2e-5, 2.1e-5, 2e-5, 7.9e-6));

  private static final List<String> QUERIES =
      List.of("pair0", "pair1", "pair2", "group0", "group1");

  static Stream<Arguments> cases() {
    return worlds()
        .flatMap(
            world ->
                QUERIES.stream()
                    .map(
                        query -> {
                          Object[] w = world.get();
                          return Arguments.of(w[0], w[1], w[2], query);
                        }));
  }

  static Stream<Arguments> worlds() {
    return Arrays.stream(EifForm.values())
        .flatMap(
            form ->
                Stream.of("full50", "earlystop")
                    .flatMap(
                        world ->
                            Stream.of("proxynca", "softtriple")
                                .map(loss -> Arguments.of(form, world, loss))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pathsAreTheReferences(EifForm form, String world, String loss, String query) {
    try (Npz npz = open(world, loss)) {
      GoldenWorld golden = new GoldenWorld(npz);
      EifParameters parameters = EifParameters.DEFAULT.withThetas(2);
      List<ThetaPath> paths =
          form.paths(golden.bundle(), spec(loss), parameters, golden.query(query));
      List<double[]> weights =
          form.weights(golden.bundle(), spec(loss), parameters, golden.query(query));

      checkPath(npz, query + "_asc", paths.get(0), weights.get(0));
      checkPath(npz, query + "_desc", paths.get(1), weights.get(1));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossChangesAreTheReferencesInDoublePrecision(
      EifForm form, String world, String loss, String query) {
    try (Npz npz = open(world, loss)) {
      InfluenceScores scores = estimate(form, npz, loss, query, 2);

      checkDeltas(npz, query + "_asc", scores, 0);
      checkDeltas(npz, query + "_desc", scores, 1);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void influencesAndTheirSignsAreTheReferences(
      EifForm form, String world, String loss, String query) {
    double noise = SIGN_NOISE.get(world).get(QUERIES.indexOf(query));
    try (Npz npz = open(world, loss)) {
      for (int thetas = 1; thetas <= 2; thetas++) {
        InfluenceScores scores = estimate(form, npz, loss, query, thetas);
        double[] expected = npz.array(query + "_influence_nt" + thetas).doubles();

        new Tolerance(noise, 1e-3).check("influence", expected, scores.influences());
        checkSet(
            npz.array(query + "_helpful_nt" + thetas).ints(), scores.helpful(), expected, noise);
        checkSet(
            npz.array(query + "_harmful_nt" + thetas).ints(), scores.harmful(), expected, noise);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void theThirdThetaIsTheMean(EifForm form, String world, String loss) {
    try (Npz npz = open(world, loss)) {
      GoldenWorld golden = new GoldenWorld(npz);
      EifParameters parameters = EifParameters.DEFAULT.withThetas(3);
      double[] mid =
          form.weights(golden.bundle(), spec(loss), parameters, golden.query("group0")).get(2);
      InfluenceScores scores = estimate(form, npz, loss, "group0", 3);

      THETA.check("theta", npz.array("group0_mid_theta").doubles(), mid);
      new Tolerance(2e-5, 1e-3)
          .check("deltaD", npz.array("group0_mid_deltaD").doubles()[0], scores.deltaDistance(2));
      new Tolerance(1e-5, 1e-2)
          .check("deltaL", npz.array("group0_mid_deltaL").doubles(), deltaLoss(scores, 2));
    }
  }

  private static void checkPath(Npz npz, String prefix, ThetaPath path, double[] weight) {
    assertEquals(npz.array(prefix + "_nsteps").ints()[0], path.steps(), prefix + " steps");
    assertEquals(npz.array(prefix + "_stopped").ints()[0] == 1, path.stopped(), prefix);
    DISTANCES.check(prefix + " d", npz.array(prefix + "_d").doubles(), path.distances());
    THETA.check(prefix + " theta", npz.array(prefix + "_theta").doubles(), weight);
  }

  private static void checkDeltas(Npz npz, String prefix, InfluenceScores scores, int theta) {
    DELTA_DISTANCE.check(
        prefix + " deltaD",
        npz.array(prefix + "_deltaD").doubles()[0],
        scores.deltaDistance(theta));
    DELTA_LOSS.check(
        prefix + " deltaL", npz.array(prefix + "_deltaL_f64").doubles(), deltaLoss(scores, theta));
  }

  private static void checkSet(int[] expected, int[] actual, double[] influence, double noise) {
    assertEquals(certain(expected, influence, noise), certain(actual, influence, noise));
  }

  private static Set<Integer> certain(int[] indices, double[] influence, double noise) {
    return Arrays.stream(indices)
        .filter(i -> Math.abs(influence[i]) >= noise)
        .boxed()
        .collect(Collectors.toSet());
  }

  private static double[] deltaLoss(InfluenceScores scores, int theta) {
    return IntStream.range(0, scores.size()).mapToDouble(i -> scores.deltaLoss(theta, i)).toArray();
  }

  private static InfluenceScores estimate(
      EifForm form, Npz npz, String loss, String query, int thetas) {
    GoldenWorld golden = new GoldenWorld(npz);
    return form.estimator(golden.bundle(), spec(loss), EifParameters.DEFAULT.withThetas(thetas))
        .estimate(golden.query(query), JobContext.unattended());
  }

  private static LossSpec spec(String loss) {
    return loss.equals("proxynca") ? LossSpec.PROXY_NCA : LossSpec.SOFT_TRIPLE;
  }

  private static Npz open(String world, String loss) {
    return GoldenFiles.open("04_eif_" + world + "_" + loss + ".npz");
  }
}
