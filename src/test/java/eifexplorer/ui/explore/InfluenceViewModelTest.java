package eifexplorer.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededEstimator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InfluenceViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final PairIndex index = PairIndex.of(session);
  private final HeldJobRunner held = new HeldJobRunner();
  private final InfluenceViewModel late = new InfluenceViewModel(new FxJobs(held, Runnable::run));
  private final InfluenceViewModel model =
      new InfluenceViewModel(new FxJobs(new InlineJobRunner(), Runnable::run));

  private List<InfluenceQuery.TestPair> shownPairs(InfluenceViewModel of) {
    return of.shownProperty().get().query().pairs();
  }

  private static List<InfluenceQuery.TestPair> pair(PairItem item) {
    return List.of(new InfluenceQuery.TestPair(item.pair().wrong(), item.pair().confusedWith()));
  }

  @Test
  void thePairIsExplained() {
    PairItem item = index.items().get(4);

    model.explain(session, index, item);

    assertEquals(pair(item), shownPairs(model));
  }

  @Test
  void countsAreThoseOfTheScores() {
    model.explain(session, index, index.items().get(4));
    RankedInfluence shown = model.shownProperty().get();

    assertEquals(
        shown.scores().helpful().length
            + " helpful, "
            + shown.scores().harmful().length
            + " harmful",
        shown.countText());
  }

  @Test
  void theClassPairTakesAllPairsOfBothClasses() {
    PairItem item =
        index.items().stream()
            .filter(i -> index.sameClasses(i.pair()).size() > 1)
            .findFirst()
            .orElseThrow();
    model.explain(session, index, item);

    model.scopeProperty().set(InfluenceScope.CLASS_PAIR);

    assertEquals(
        index.sameClasses(item.pair()).stream()
            .map(p -> new InfluenceQuery.TestPair(p.wrong(), p.confusedWith()))
            .toList(),
        shownPairs(model));
  }

  @Test
  void aNewerRequestCancelsTheOneBefore() {
    late.explain(session, index, index.items().get(0));

    late.explain(session, index, index.items().get(1));

    assertEquals(List.of(true, false), List.of(held.job(0).cancelled(), held.job(1).cancelled()));
  }

  @Test
  void aLateResultOfAnOlderPairIsNotShown() {
    late.explain(session, index, index.items().get(0));
    late.explain(session, index, index.items().get(1));
    held.job(1).finish();

    held.job(0).begin();
    held.job(0).finish();

    assertEquals(pair(index.items().get(1)), shownPairs(late));
  }

  @Test
  void theScoresBeforeStayWhileNewOnesAreComputed() {
    late.explain(session, index, index.items().get(0));
    held.job(0).finish();
    RankedInfluence before = late.shownProperty().get();

    late.explain(session, index, index.items().get(1));

    assertEquals(
        List.of(before, true), List.of(late.shownProperty().get(), late.busyProperty().get()));
  }

  @Test
  void aFailureTakesThePlaceOfTheScores() {
    ExplorerSession failing =
        SampleSession.of(
            Optional.empty(),
            new SeededEstimator(SampleSession.trainSize(), index.items().get(1).pair().wrong()));
    PairIndex pairs = PairIndex.of(failing);
    model.explain(failing, pairs, pairs.items().get(0));

    model.explain(failing, pairs, pairs.items().get(1));

    assertNull(model.shownProperty().get());
    assertEquals(
        "The distance of the pair is not a number. Train the model again.",
        model.failureProperty().get().message());
  }

  @Test
  void afterAFailureTheNextPairIsExplained() {
    late.explain(session, index, index.items().get(0));
    held.job(0).fail(new IllegalStateException());

    late.explain(session, index, index.items().get(1));
    held.job(1).finish();

    assertTrue(late.failureProperty().get() == null && late.shownProperty().get() != null);
  }

  @Test
  void whatWasAskedOfASessionBeforeIsForgotten() {
    late.explain(session, index, index.items().get(0));

    late.clear();
    held.job(0).finish();

    assertNull(late.shownProperty().get());
  }
}
