package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobKind;
import eifexplorer.job.JobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededEstimator;
import eifexplorer.ui.testing.SeededServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InfluenceViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final PairIndex index = PairIndex.of(session);
  private final ScopePairs scopes = ScopePairs.of(session.confusions());
  private final HeldJobRunner held = new HeldJobRunner();
  private final InfluenceViewModel late = model(held);
  private final InfluenceViewModel model = model(new InlineJobRunner());

  private static InfluenceViewModel model(JobRunner runner) {
    FxJobs jobs = new FxJobs(runner, Runnable::run);
    ExploreServices services = SeededServices.standard();
    return new InfluenceViewModel(
        jobs,
        new EstimatorViewModel(
            jobs, services.factories(), services.estimators(), services.fitting()),
        services.keys());
  }

  private List<InfluenceQuery.TestPair> shownPairs(InfluenceViewModel of) {
    return of.shownProperty().get().query().pairs();
  }

  private static List<InfluenceQuery.TestPair> pair(PairItem item) {
    return List.of(new InfluenceQuery.TestPair(item.pair().wrong(), item.pair().confusedWith()));
  }

  @Test
  void thePairIsExplained() {
    PairItem item = index.items().get(4);

    model.explain(session, scopes, item);

    assertEquals(pair(item), shownPairs(model));
  }

  @Test
  void countsAreThoseOfTheScores() {
    model.explain(session, scopes, index.items().get(4));
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
            .filter(i -> scopes.pairs(InfluenceScope.CLASS_PAIR, i.pair()).size() > 1)
            .findFirst()
            .orElseThrow();
    model.explain(session, scopes, item);

    model.scopeProperty().set(InfluenceScope.CLASS_PAIR);

    assertEquals(
        scopes.pairs(InfluenceScope.CLASS_PAIR, item.pair()).stream()
            .map(p -> new InfluenceQuery.TestPair(p.wrong(), p.confusedWith()))
            .toList(),
        shownPairs(model));
  }

  @Test
  void aGroupWithoutTheOpenPairSaysSoAndOffersTheClassPair() {
    PairItem rare =
        index.items().stream()
            .filter(i -> !scopes.contains(InfluenceScope.GROUP, i.pair()))
            .findFirst()
            .orElseThrow();
    model.explain(session, scopes, rare);
    OutsidePair alone = model.outsideProperty().get();
    model.scopeProperty().set(InfluenceScope.GROUP);
    OutsidePair group = model.outsideProperty().get();
    model.scopeProperty().set(group.instead());

    assertNull(alone);
    assertTrue(
        group
            .text()
            .startsWith("Without this pair: these explain " + rare.wrongClass() + " taken for "),
        group.text());
    assertFalse(group.text().contains(rare.confusedClass()), group.text());
    assertEquals(InfluenceScope.CLASS_PAIR, model.scopeProperty().get());
    assertTrue(shownPairs(model).containsAll(pair(rare)));
    assertNull(model.outsideProperty().get());
  }

  @Test
  void aNewerRequestCancelsTheOneBefore() {
    late.explain(session, scopes, index.items().get(0));

    late.explain(session, scopes, index.items().get(1));

    assertEquals(List.of(true, false), List.of(held.job(0).cancelled(), held.job(1).cancelled()));
  }

  @Test
  void aLateResultOfAnOlderPairIsNotShown() {
    late.explain(session, scopes, index.items().get(0));
    late.explain(session, scopes, index.items().get(1));
    held.job(1).finish();

    held.job(0).begin();
    held.job(0).finish();

    assertEquals(pair(index.items().get(1)), shownPairs(late));
  }

  @Test
  void theScoresBeforeStayWhileNewOnesAreComputed() {
    late.explain(session, scopes, index.items().get(0));
    held.job(0).finish();
    RankedInfluence before = late.shownProperty().get();

    late.explain(session, scopes, index.items().get(1));

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
    model.explain(failing, ScopePairs.of(failing.confusions()), pairs.items().get(0));

    model.explain(failing, ScopePairs.of(failing.confusions()), pairs.items().get(1));

    assertNull(model.shownProperty().get());
    assertEquals(
        "The distance of the pair is not a number. Train the model again.",
        model.failureProperty().get().message());
  }

  @Test
  void afterAFailureTheNextPairIsExplained() {
    late.explain(session, scopes, index.items().get(0));
    held.job(0).fail(new IllegalStateException());

    late.explain(session, scopes, index.items().get(1));
    held.job(1).finish();

    assertTrue(late.failureProperty().get() == null && late.shownProperty().get() != null);
  }

  @Test
  void whatWasAskedOfASessionBeforeIsForgotten() {
    late.explain(session, scopes, index.items().get(0));

    late.clear();
    held.job(0).finish();

    assertNull(late.shownProperty().get());
  }

  @Test
  void pairsThatMayComeNextAreComputedInAdvanceUntilSomethingIsAsked() {
    List<List<InfluenceQuery.TestPair>> foreseen = new ArrayList<>();
    InfluenceEstimator recording = new Foreseeing(foreseen);
    ExplorerSession of = SampleSession.of(Optional.empty(), recording);
    late.explain(of, scopes, index.items().get(0));
    late.foresee(List.of(index.items().get(1)));
    assertEquals(1, held.count(), "the chosen pair comes first");
    held.job(0).finish();

    late.foresee(List.of(index.items().get(1)));
    HeldJobRunner.HeldJob<?> ahead = held.job(held.count() - 1);
    ahead.finish();
    late.foresee(List.of(index.items().get(2)));
    HeldJobRunner.HeldJob<?> next = held.job(held.count() - 1);
    late.explain(of, scopes, index.items().get(3));

    assertEquals(Set.of(pair(index.items().get(1))), Set.copyOf(foreseen));
    assertEquals(JobKind.HOUSEKEEPING, ahead.kind());
    assertTrue(next.cancelled());
  }

  /** Notes what it is to have ready. */
  private record Foreseeing(List<List<InfluenceQuery.TestPair>> foreseen)
      implements InfluenceEstimator {
    private static final InfluenceEstimator SCORES = new SeededEstimator(SampleSession.trainSize());

    @Override
    public String id() {
      return SCORES.id();
    }

    @Override
    public String title() {
      return SCORES.title();
    }

    @Override
    public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
      return SCORES.estimate(query, context);
    }

    @Override
    public void foresee(InfluenceQuery query, JobContext context) {
      foreseen.add(query.pairs());
    }
  }
}
