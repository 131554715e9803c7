package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The order in which suspects are looked at unless another is asked for: the noise model's, which finds most, or the quick one
 * where that would take more than about a minute of processor time.
 */
public final class DefaultOrder {
  /** The noise model alone. Chosen on CUB-200-2011 and Omniglot with labels made wrong, not on real mistakes. */
  public static final RankWeights THOROUGH = RankWeights.equal(Set.of(NoiseModelMargin.ID));

  private static final double MOST_PRODUCTS = 4e11;
  private static final double OF_NEIGHBOUR = 20;
  private static final double OF_PROBABILITY = 200;

  /** Eight fits' temperatures, each looked for over 2,000 images. */
  private static final double OF_TEMPERATURES = 12e6;

  private DefaultOrder() {}

  /** The order for a model. */
  public static RankWeights of(SuspectInputs inputs) {
    int n = inputs.size();
    int features = DepthRows.columns(inputs.bundle());
    return isAffordable(n, features, inputs.classCount()) ? THOROUGH : RankWeights.QUICK;
  }

  /** Whether the noise model's work on N images, F features and C classes, counted in products, is little enough. */
  static boolean isAffordable(long n, long features, long classes) {
    double asked = Math.min(n, WhitenedVote.MOST_ASKED);
    double ofRow =
        features * (2.0 * features + asked / 2 + 6.0 * classes)
            + OF_NEIGHBOUR * asked
            + OF_PROBABILITY * classes;
    return n * ofRow + OF_TEMPERATURES * classes <= MOST_PRODUCTS;
  }

  /** The order that can be had at once: the default one if its scores are kept, else the quick one. */
  public static RankWeights atOnce(SuspectInputs inputs) {
    RankWeights order = of(inputs);
    return order.weights().keySet().stream().allMatch(inputs::isKept) ? order : RankWeights.QUICK;
  }

  /** What was asked for, by a name or by weights, with {@link RankWeights#DEFAULT} made the order for a model. */
  public static RankWeights resolve(RankWeights asked, SuspectInputs inputs) {
    return asked.equals(RankWeights.DEFAULT) ? of(inputs) : asked;
  }

  /** Runs the detectors of the default order. */
  public static SuspectScores scores(SuspectInputs inputs, JobContext context) {
    RankWeights order = of(inputs);
    return order.combine(SuspectDetectors.run(order.weights().keySet(), inputs, context));
  }

  /** Scores of an order and of the quick one, which is always at hand. */
  public static Map<String, SuspectScores> scoresFor(
      RankWeights order, SuspectInputs inputs, JobContext context) {
    Set<String> ids = new LinkedHashSet<>(order.weights().keySet());
    ids.addAll(RankWeights.QUICK.weights().keySet());
    return SuspectDetectors.run(ids, inputs, context);
  }
}
