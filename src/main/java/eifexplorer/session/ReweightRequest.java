package eifexplorer.session;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.ReweightPlan;
import eifexplorer.training.TrainingPlan;
import java.util.List;
import java.util.Map;

/**
 * What is to be tried out on a session's model: its last layer goes on learning with some training images counted more,
 * others less or with another label.
 *
 * @param weights [N] for each training sample, 0 or more; 0 takes it out, 1 leaves it as it is
 * @param labels training index to the label it gets instead of its own; empty to change none
 * @param pairs pairs of test samples whose distance is looked at
 * @param seeds one trial each; they decide which batches are drawn
 * @param plan its head learning rate, epsilon, clip, batches and epochs are used
 */
public record ReweightRequest(
    double[] weights,
    Map<Integer, Integer> labels,
    List<TestPair> pairs,
    List<Long> seeds,
    TrainingPlan plan) {
  /** Copies the collections. Throws {@link ProblemException} if there is no seed or a weight is below 0. */
  public ReweightRequest {
    weights = weights.clone();
    labels = Map.copyOf(labels);
    pairs = List.copyOf(pairs);
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw ProblemException.badValue("number of seeds", 0, "1 or more");
    }
    for (double weight : weights) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw ProblemException.badValue("weight of a training image", weight, "0 or more");
      }
    }
  }

  /** Trials with the paper's recipe for the session's data set and loss, in batches that its classes fill. */
  public static ReweightRequest usual(
      ExplorerSession session,
      double[] weights,
      Map<Integer, Integer> labels,
      List<TestPair> pairs,
      List<Long> seeds) {
    return new ReweightRequest(weights, labels, pairs, seeds, usualPlan(session));
  }

  /** The paper's recipe for the session's data set and loss. */
  public static TrainingPlan usualPlan(ExplorerSession session) {
    ImageDataset dataset = session.dataset();
    return ReweightPlan.of(
        dataset.name(), session.loss(), dataset.trainClassCount(), dataset.train().size());
  }
}
