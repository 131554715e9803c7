package eifexplorer.ui.explore.totals;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey.HarmedPair;
import eifexplorer.ui.kit.Texts;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Culprits together.
 *
 * @param title who: {@code Brewer Blackbird}, {@code 3 images}
 * @param images training indices of all of them
 * @param harming those that harm a pair
 * @param pairs that they harm, those where one of them ranks first before, then the strongest
 * @param share of the harm that all training images do, 0..1
 */
record CulpritSubject(
    String title,
    SortedSet<Integer> images,
    Set<Integer> harming,
    List<TestPair> pairs,
    double share) {
  /** Copies the collections. */
  CulpritSubject {
    images = new TreeSet<>(images);
    harming = Set.copyOf(harming);
    pairs = List.copyOf(pairs);
  }

  /** The images that harm, in words: {@code 29 images of Brewer Blackbird}. */
  String harmingTitle() {
    String count = Texts.count(harming.size(), "image", "images");
    return count.equals(title) ? title : Texts.of("{0} of {1}", count, title);
  }

  /** The first pairs, those that are there twice, each other's nearest, only once; at most {@code most}. */
  List<TestPair> pairsOnce(int most) {
    Set<TestPair> once = new LinkedHashSet<>();
    for (TestPair pair : pairs) {
      if (once.size() < most && !once.contains(reversed(pair))) {
        once.add(pair);
      }
    }
    return List.copyOf(once);
  }

  private static TestPair reversed(TestPair pair) {
    return new TestPair(/* first= */ pair.second(), /* second= */ pair.first());
  }

  static CulpritSubject of(List<Culprit> culprits, HarmTotals totals) {
    SortedSet<Integer> images = new TreeSet<>();
    culprits.forEach(culprit -> images.addAll(culprit.images()));
    List<Integer> harming =
        images.stream().filter(image -> totals.survey().pairsHarmed(image) > 0).toList();
    Set<TestPair> pairs = new LinkedHashSet<>();
    harming.stream()
        .flatMap(image -> totals.survey().harmed(image, Integer.MAX_VALUE).stream())
        .sorted(
            Comparator.comparingInt(HarmedPair::rank)
                .thenComparing(Comparator.comparingDouble(HarmedPair::influence).reversed()))
        .forEach(harmed -> pairs.add(harmed.pair()));
    boolean classes = culprits.get(0).kind() == CulpritKind.CLASS;
    String title =
        culprits.size() == 1
            ? culprits.get(0).name()
            : classes
                ? Texts.count(culprits.size(), "class", "classes")
                : Texts.count(culprits.size(), "image", "images");
    return new CulpritSubject(
        title,
        images,
        Set.copyOf(harming),
        List.copyOf(pairs),
        culprits.stream().mapToDouble(Culprit::share).sum());
  }
}
