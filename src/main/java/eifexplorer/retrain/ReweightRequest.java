package eifexplorer.retrain;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.ReweightPlan;
import eifexplorer.training.TrainingPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

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

  /** The same with another learning rate of the last layer, above 0. */
  public ReweightRequest withHeadRate(double rate) {
    return new ReweightRequest(
        weights, labels, pairs, seeds, plan.withOptimiser(plan.optimiser().withHeadRate(rate)));
  }

  /** What is changed, in words: {@code 4 images counted × 2, 12 images left out}. */
  public String text() {
    Map<Double, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    Arrays.stream(weights).filter(w -> w != 1).forEach(w -> counts.merge(w, 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (weight, count) ->
            parts.add(
                count
                    + (count == 1 ? " image " : " images ")
                    + (weight == 0
                        ? "left out"
                        : "counted × "
                            + BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString())));
    if (!labels.isEmpty()) {
      parts.add(labels.size() + (labels.size() == 1 ? " image" : " images") + " relabelled");
    }
    return parts.isEmpty() ? "nothing changed" : String.join(", ", parts);
  }

  /** The same with one seed. */
  public ReweightRequest withSeed(long seed) {
    return new ReweightRequest(weights, labels, pairs, List.of(seed), plan);
  }

  /**
   * The control: the same weights and as many new labels, but given to training samples drawn at random; one trial.
   *
   * @param trainLabels [N], the samples' own labels
   * @param classCount C, at least 2 if labels are changed
   */
  public ReweightRequest atRandom(int[] trainLabels, int classCount, long seed) {
    Random random = new Random(seed);
    int[] places = IntStream.range(0, weights.length).toArray();
    for (int i = places.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int place = places[i];
      places[i] = places[j];
      places[j] = place;
    }
    double[] drawn = new double[weights.length];
    Map<Integer, Integer> drawnLabels = new HashMap<>();
    for (int i = 0; i < places.length; i++) {
      drawn[places[i]] = weights[i];
      if (labels.containsKey(i)) {
        int own = trainLabels[places[i]];
        drawnLabels.put(places[i], (own + 1 + random.nextInt(classCount - 1)) % classCount);
      }
    }
    return new ReweightRequest(drawn, drawnLabels, pairs, List.of(seed), plan);
  }

  /** The paper's recipe for the session's data set and loss. */
  public static TrainingPlan usualPlan(ExplorerSession session) {
    ImageDataset dataset = session.dataset();
    return ReweightPlan.of(
        dataset.name(), session.loss(), dataset.trainClassCount(), dataset.train().size());
  }
}
