package eifexplorer.retrain;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.retrain.HeadComparison.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What leaving training images out does, held against leaving out as many at random. A test image is <i>fixed</i> if its
 * nearest neighbour has another class with all images and its own without them, and <i>broken</i> the other way round.
 *
 * @param request what was left out
 * @param labels of the test images [M]
 * @param pairs the session's confused pairs [P]
 * @param all heads trained with all images, one a seed
 * @param without heads trained without those in question, one a seed
 * @param random heads trained without as many drawn at random, one a seed
 */
public record LeaveOutOutcome(
    LeaveOutRequest request,
    int[] labels,
    List<ConfusionPair> pairs,
    List<HeadOutcome> all,
    List<HeadOutcome> without,
    List<HeadOutcome> random) {
  /** Copies the lists. */
  public LeaveOutOutcome {
    pairs = List.copyOf(pairs);
    all = List.copyOf(all);
    without = List.copyOf(without);
    random = List.copyOf(random);
  }

  /**
   * A number that leaving images out changes.
   *
   * @param all with all images
   * @param change without them, less with all, seed by seed
   * @param atRandom the same for images drawn at random
   * @param chance whether the two are told apart
   */
  public record Measure(Spread all, Spread change, Spread atRandom, Chance chance) {
    private static Measure of(double[] all, double[] without, double[] random) {
      double[] change = difference(without, all);
      double[] control = difference(random, all);
      return new Measure(
          Spread.of(all), Spread.of(change), Spread.of(control), Chance.of(change, control));
    }

    private static double[] difference(double[] after, double[] before) {
      return IntStream.range(0, after.length).mapToDouble(k -> after[k] - before[k]).toArray();
    }
  }

  /**
   * How many test images change sides.
   *
   * @param count mean and deviation over the seeds
   * @param atRandom the same for images drawn at random
   * @param chance whether the two are told apart
   */
  public record Count(Spread count, Spread atRandom, Chance chance) {}

  /** Share of the test images that find their class. */
  public Measure recallAt1() {
    return measure(HeadOutcome::recallAt1);
  }

  /** Mean average precision at R. */
  public Measure mapAtR() {
    return measure(HeadOutcome::mapAtR);
  }

  /** Mean distance of some of the confused pairs; above 0 if these are pushed apart. */
  public Measure distance(Set<TestPair> of) {
    int[] places =
        IntStream.range(0, pairs.size())
            .filter(
                p -> of.contains(new TestPair(pairs.get(p).wrong(), pairs.get(p).confusedWith())))
            .toArray();
    return measure(
        head -> IntStream.of(places).mapToDouble(p -> head.distances()[p]).average().orElse(0));
  }

  private Measure measure(ToDoubleFunction<HeadOutcome> value) {
    return Measure.of(values(all, value), values(without, value), values(random, value));
  }

  private static double[] values(List<HeadOutcome> heads, ToDoubleFunction<HeadOutcome> value) {
    return heads.stream().mapToDouble(value).toArray();
  }

  /** Test images that are fixed. */
  public Count fixed() {
    return count(false);
  }

  /** Test images that are broken. */
  public Count broken() {
    return count(true);
  }

  private Count count(boolean broken) {
    double[] counts = new double[all.size()];
    double[] controls = new double[all.size()];
    for (int k = 0; k < counts.length; k++) {
      for (int i = 0; i < labels.length; i++) {
        counts[k] += changes(all.get(k), without.get(k), i, broken) ? 1 : 0;
        controls[k] += changes(all.get(k), random.get(k), i, broken) ? 1 : 0;
      }
    }
    return new Count(Spread.of(counts), Spread.of(controls), Chance.of(counts, controls));
  }

  /** Test images that are fixed with more than half of the seeds. */
  public List<Integer> usuallyFixed() {
    return usually(false);
  }

  /** Test images that are broken with more than half of the seeds. */
  public List<Integer> usuallyBroken() {
    return usually(true);
  }

  private List<Integer> usually(boolean broken) {
    List<Integer> often = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      int times = 0;
      for (int k = 0; k < all.size(); k++) {
        times += changes(all.get(k), without.get(k), i, broken) ? 1 : 0;
      }
      if (2 * times > all.size()) {
        often.add(i);
      }
    }
    return often;
  }

  private boolean changes(HeadOutcome before, HeadOutcome after, int i, boolean broken) {
    int from = before.nearest()[i];
    int to = after.nearest()[i];
    if (from < 0 || to < 0) {
      return false;
    }
    boolean rightBefore = labels[from] == labels[i];
    boolean rightAfter = labels[to] == labels[i];
    return rightBefore != rightAfter && rightBefore == broken;
  }

  /** The nearest neighbour that most seeds find for a test image, without the images or with all; of several the first seed's. */
  public int nearest(int image, boolean withAll) {
    List<Integer> found =
        (withAll ? all : without).stream().map(head -> head.nearest()[image]).toList();
    return found.stream()
        .max(
            (a, b) ->
                Integer.compare(
                    (int) found.stream().filter(a::equals).count(),
                    (int) found.stream().filter(b::equals).count()))
        .orElseThrow();
  }

  /** The place of the seed whose change of R@1 is in the middle. */
  public int median() {
    double[] after = values(without, HeadOutcome::recallAt1);
    double[] before = values(all, HeadOutcome::recallAt1);
    return IntStream.range(0, after.length)
        .boxed()
        .sorted((a, b) -> Double.compare(after[a] - before[a], after[b] - before[b]))
        .toList()
        .get(after.length / 2);
  }
}
