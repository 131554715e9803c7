package eifexplorer.ui.testing;

import eifexplorer.experiment.attribution.LdsMeasurement;
import eifexplorer.experiment.attribution.ModelWorth;
import eifexplorer.experiment.attribution.Worth;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.job.JobContext;
import eifexplorer.project.EstimatorWorths;
import eifexplorer.session.ExplorerSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Nothing is measured until somebody measures; then EIF predicts 0.26 and TRAK 0.66. */
public final class SeededWorths implements EstimatorWorths {
  private static final LdsMeasurement.How HOW =
      new LdsMeasurement.How(
          "half",
          "half kept, retrained",
          "pairs",
          32,
          2,
          486,
          OptionalDouble.of(.97),
          "2026-01-01T00:00:00Z");

  private final Plan plan;
  private ModelWorth known = new ModelWorth(InfluenceEstimators.standard(), List.of(), List.of());

  /** A measurement of 64 heads. */
  public SeededWorths() {
    this(0, 64, List.of());
  }

  /** A measurement of which some heads are kept, and which leaves estimators out. */
  public SeededWorths(int kept, int trainings, List<String> leftOut) {
    plan = new Plan(Map.of("estimators", "eif"), kept, trainings, Duration.ofSeconds(80), leftOut);
  }

  @Override
  public ModelWorth known(ExplorerSession session) {
    return known;
  }

  @Override
  public Plan plan(
      ExplorerSession session, String id, Map<String, String> options, JobContext context) {
    return plan;
  }

  @Override
  public ModelWorth measure(ExplorerSession session, Plan plan, JobContext context) {
    known = known.with(MEASUREMENT);
    return known;
  }

  private static final LdsMeasurement MEASUREMENT =
      new LdsMeasurement(
          HOW,
          List.of(worth("eif", .26), worth("trak", .66)),
          List.of(new LdsMeasurement.Lead("eif", "trak", -.45, -.35)));

  /** What an estimator with its standard values is worth, with a narrow interval. */
  public static Worth worth(String id, double mean) {
    return new Worth(
        id, id, Map.of(), mean, OptionalDouble.of(mean - .04), OptionalDouble.of(mean + .04), HOW);
  }
}
