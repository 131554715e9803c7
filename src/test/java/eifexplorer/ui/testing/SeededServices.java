package eifexplorer.ui.testing;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.ScoreStability;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.model.ModelCard;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.copies.Copies;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.OtherSurveys;
import eifexplorer.session.diff.ModelDiffs;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.explore.diff.DiffServices;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.workspace.Fingerprint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the Explore screen needs from outside: real estimators, seeded insights, a survey computed on the spot. */
public final class SeededServices {
  private SeededServices() {}

  /** Services with insights into every image. */
  public static ExploreServices standard() {
    return with(SeededInsights::new, session -> Optional.empty());
  }

  /** Services with other insights, and another answer to whether a session's model is still the current one. */
  public static ExploreServices with(
      Function<ExplorerSession, ImageInsights> insights,
      Function<ExplorerSession, Optional<ModelCard>> otherModel) {
    return with(insights, otherModel, new FakeOpener());
  }

  /** Services that open what is compared with by this. */
  public static ExploreServices comparing(FakeOpener opener) {
    return with(SeededInsights::new, session -> Optional.empty(), opener);
  }

  private static ExploreServices with(
      Function<ExplorerSession, ImageInsights> insights,
      Function<ExplorerSession, Optional<ModelCard>> otherModel,
      FakeOpener opener) {
    InfluenceEstimators estimators = InfluenceEstimators.standard();
    return new ExploreServices(
        new FileManager("Linux"),
        estimators.all(),
        (session, id, options) -> estimators.create(id, session.bundle(), session.loss(), options),
        session ->
            FittingEstimators.of(
                estimators,
                estimators.all().stream().map(EstimatorFactory::id).toList(),
                id -> estimators.create(id, session.bundle(), session.loss(), Map.of())),
        (session, id, options, query) ->
            Fingerprint.builder().add("id", id).add("options", options).add("query", query).build(),
        (session, id, options, query, scores, context) -> Optional.of(stability(scores)),
        Duration.ZERO,
        insights,
        ComputedSurvey::survey,
        (session, context) -> new OtherSurveys.Surveys(List.of(), List.of()),
        (session, context) -> Copies.NONE,
        new SeededTrials(),
        new SeededLeaveOuts(),
        otherModel,
        new SeededWorths(),
        (session, images, context) -> {
          throw new ProblemException("The session has no back bone", "", "");
        },
        new DiffServices(opener, new ModelDiffs(new JavaMatrixMath())),
        new SeededCards());
  }

  /** Held against a view in which all scores but those of the first twenty training images change their signs. */
  private static ScoreStability stability(InfluenceScores scores) {
    double[] other = scores.influences();
    for (int i = 20; i < other.length; i++) {
      other[i] = -other[i];
    }
    return ScoreStability.of(
        "a view",
        scores,
        List.of(new InfluenceScores(other, new double[0][], new double[0], scores.distance())));
  }
}
