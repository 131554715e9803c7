package eifexplorer.ui.explore.totals;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.ConfusionsViewModel;
import eifexplorer.ui.explore.confusions.PairFilter;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done with culprits elsewhere on the screen, and in Review. */
public final class CulpritActions {
  private final MarksViewModel marks;
  private final ConfusionsViewModel confusions;
  private final Consumer<TestPair> goTo;
  private final Consumer<Set<String>> review;
  private @Nullable ExplorerSession session;

  /**
   * Actions on a list of pairs.
   *
   * @param goTo shows a pair
   * @param review has training images alone in the queue of the review, by their paths
   */
  public CulpritActions(
      MarksViewModel marks,
      ConfusionsViewModel confusions,
      Consumer<TestPair> goTo,
      Consumer<Set<String>> review) {
    this.marks = marks;
    this.confusions = confusions;
    this.goTo = goTo;
    this.review = review;
  }

  void show(ExplorerSession newSession) {
    session = newSession;
  }

  /** Shows a pair. */
  void goTo(TestPair pair) {
    goTo.accept(pair);
  }

  /** Lists the pairs that some images are among the most harmful of. */
  void listHarmedBy(CulpritSubject subject) {
    if (subject.harming().size() == 1) {
      confusions.openHarmedBy(subject.harming().iterator().next());
    } else {
      confusions.openTouching(
          new PairFilter.Touched(Set.of(), subject.harming(), subject.harmingTitle()));
    }
  }

  /** Lists the pairs that begin with some test images. */
  void listOf(Collection<Integer> testImages, String title) {
    confusions.openTouching(PairFilter.Touched.first(Set.copyOf(testImages), title));
  }

  /** Flags the images that harm, or takes the flags away if all have one. */
  void flag(CulpritSubject subject) {
    marks.flag(paths(subject), !isFlagged(subject));
  }

  /** Whether all images that harm are flagged. */
  boolean isFlagged(CulpritSubject subject) {
    return !subject.harming().isEmpty() && marks.flagged().containsAll(paths(subject));
  }

  /** Has the images that harm alone in the queue of the review. */
  void review(CulpritSubject subject) {
    review.accept(paths(subject));
  }

  private Set<String> paths(CulpritSubject subject) {
    ExplorerSession of = requireNonNull(session);
    return subject.harming().stream()
        .map(image -> of.trainSample(image).path())
        .collect(Collectors.toSet());
  }
}
