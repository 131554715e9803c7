package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The estimators there are, by id; immutable. */
public final class InfluenceEstimators {
  private final List<EstimatorFactory> factories;

  /** These and no others. */
  public InfluenceEstimators(List<EstimatorFactory> factories) {
    this.factories = List.copyOf(factories);
  }

  /** All that come with the program; a new one is added here. */
  public static InfluenceEstimators standard() {
    return new InfluenceEstimators(
        List.of(
            EifFactory.lowRank(),
            EifFactory.direct(),
            DerivativeFactory.influenceFunction(),
            DerivativeFactory.exactInfluenceFunction(),
            DerivativeFactory.gradient(GradientDotEstimator.Form.DOT),
            DerivativeFactory.gradient(GradientDotEstimator.Form.COSINE),
            new TracInFactory(),
            new TrakFactory(),
            DerivativeFactory.representer(),
            DerivativeFactory.selfInfluence()));
  }

  /** All, the default first. */
  public List<EstimatorFactory> all() {
    return factories;
  }

  /** The one with this id. Throws {@link ProblemException} naming those there are. */
  public EstimatorFactory byId(String id) {
    return factories.stream()
        .filter(factory -> factory.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ProblemException.badValue("estimator", id, ids()));
  }

  /** An estimator for a model of which nothing is shared with others; see {@link EstimatorFactory#create}. */
  public InfluenceEstimator create(
      String id, EmbeddingBundle bundle, LossSpec loss, Map<String, String> options) {
    return create(id, new TrainingPasses(bundle, loss), options);
  }

  /** An estimator for one model; see {@link EstimatorFactory#create}. */
  public InfluenceEstimator create(String id, TrainingPasses model, Map<String, String> options) {
    return byId(id).create(model, options);
  }

  private String ids() {
    return factories.stream().map(EstimatorFactory::id).collect(Collectors.joining(", "));
  }
}
