package eifexplorer.retrain;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.model.MeasuredModel;
import eifexplorer.review.revision.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Models trained in the same way with the labels of two revisions, over the same seeds: heads on the same features, or whole
 * networks.
 *
 * @param before revision of the first labels
 * @param after revision of the second
 * @param labelsChanged images whose label differs, or that only one of the two trains on
 * @param seeds number of seeds
 * @param metrics what was measured on the test images, by name: {@code recall_at_1}, {@code map_at_r}, {@code nmi}
 * @param pairs the session's confused pairs
 * @param model id of the model kept: the first seed's, with the second labels
 */
public record HeadComparison(
    int before,
    int after,
    int labelsChanged,
    int seeds,
    Map<String, Change> metrics,
    List<PairChange> pairs,
    String model) {
  private static final List<String> METRICS = List.of("recall_at_1", "map_at_r", "nmi");

  /** The same with these pairs only. */
  public HeadComparison withPairs(List<PairChange> some) {
    return new HeadComparison(before, after, labelsChanged, seeds, metrics, some, model);
  }

  /** Compares models seed by seed. */
  static HeadComparison of(
      Revision from,
      Revision to,
      List<ConfusionPair> looked,
      List<MeasuredModel> before,
      List<MeasuredModel> after,
      String model) {
    Map<String, Change> metrics = new LinkedHashMap<>();
    METRICS.forEach(
        name -> metrics.put(name, change(before, after, one -> one.metrics().get(name))));
    List<PairChange> pairs = new ArrayList<>();
    for (int p = 0; p < looked.size(); p++) {
      int index = p;
      pairs.add(
          new PairChange(
              looked.get(p),
              change(before, after, one -> one.places().distances()[index]),
              change(before, after, one -> one.places().ranks()[index])));
    }
    return new HeadComparison(
        from.number(), to.number(), to.differing(from), after.size(), metrics, pairs, model);
  }

  private static Change change(
      List<MeasuredModel> before,
      List<MeasuredModel> after,
      ToDoubleFunction<MeasuredModel> value) {
    return Change.of(
        before.stream().mapToDouble(value).toArray(), after.stream().mapToDouble(value).toArray());
  }

  /**
   * Mean and deviation over the seeds.
   *
   * @param mean of the values
   * @param deviation of the values, the sample's (n - 1); 0 for one seed
   */
  public record Spread(double mean, double deviation) {
    /** Of one value a seed, at least one. */
    public static Spread of(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      double mean = sum / values.length;
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      return new Spread(mean, values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)));
    }
  }

  /**
   * A number before and after.
   *
   * @param before with the first labels
   * @param after with the second
   * @param difference after less before, seed by seed
   */
  public record Change(Spread before, Spread after, Spread difference) {
    static Change of(double[] before, double[] after) {
      double[] difference = new double[before.length];
      for (int k = 0; k < difference.length; k++) {
        difference[k] = after[k] - before[k];
      }
      return new Change(Spread.of(before), Spread.of(after), Spread.of(difference));
    }
  }

  /**
   * A pair before and after.
   *
   * @param pair two test images
   * @param distance squared distance of the unit embeddings, 0..4
   * @param rank of the second among the first's neighbours, from 1 the nearest
   */
  public record PairChange(ConfusionPair pair, Change distance, Change rank) {}
}
