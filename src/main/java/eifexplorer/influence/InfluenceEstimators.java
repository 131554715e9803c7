package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.BadValueException;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The estimators there are, by id; immutable. */
public final class InfluenceEstimators {
  private final MatrixMath math;
  private final List<EstimatorFactory> factories;

  /** These and no others. */
  public InfluenceEstimators(List<EstimatorFactory> factories) {
    this(new JavaMatrixMath(), factories);
  }

  private InfluenceEstimators(MatrixMath math, List<EstimatorFactory> factories) {
    this.math = math;
    this.factories = List.copyOf(factories);
  }

  /** As the other one, computing in Java. */
  public static InfluenceEstimators standard() {
    return standard(new JavaMatrixMath());
  }

  /** All that come with the program, computing with {@code math}; a new one is added here. */
  public static InfluenceEstimators standard(MatrixMath math) {
    return new InfluenceEstimators(
        math,
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

  /** What estimators of a model share, where these compute. */
  public TrainingPasses passes(EmbeddingBundle bundle, LossSpec loss) {
    return new TrainingPasses(math, bundle, loss);
  }

  /** An estimator for a model of which nothing is shared with others; see {@link EstimatorFactory#create}. */
  public InfluenceEstimator create(
      String id, EmbeddingBundle bundle, LossSpec loss, Map<String, String> options) {
    return create(id, passes(bundle, loss), options);
  }

  /** An estimator for one model; see {@link EstimatorFactory#create}. What it does not allow is said with its name. */
  public InfluenceEstimator create(String id, TrainingPasses model, Map<String, String> options) {
    EstimatorFactory factory = byId(id);
    try {
      return factory.create(model, options);
    } catch (BadValueException e) {
      throw e;
    } catch (ProblemException e) {
      throw e.orAt("estimator " + id);
    }
  }

  private String ids() {
    return factories.stream().map(EstimatorFactory::id).collect(Collectors.joining(", "));
  }
}
