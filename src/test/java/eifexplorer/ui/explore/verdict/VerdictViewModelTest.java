package eifexplorer.ui.explore.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobState;
import eifexplorer.retrain.TrialVerdict.Result;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.inspector.PairMember;
import eifexplorer.ui.explore.strips.InfluenceScope;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.explore.verdict.Verdict.Harm;
import eifexplorer.ui.explore.verdict.Verdict.Tried;
import eifexplorer.ui.explore.verdict.Verdict.Trying;
import eifexplorer.ui.explore.verdict.Verdict.Untried;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.HeldJobRunner.HeldJob;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final HeldJobRunner runner = new HeldJobRunner();
  private final FxJobs jobs = new FxJobs(runner, Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final ExploreViewModel explore =
      new ExploreViewModel(
          jobs, SeededServices.standard(), new MarksViewModel(jobs, notices), notices, () -> {});
  private final VerdictViewModel model = explore.verdict();

  @BeforeEach
  void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
  }

  private HeldJob<?> last(String title) {
    for (int i = runner.count() - 1; i >= 0; i--) {
      if (runner.job(i).title().startsWith(title)) {
        return runner.job(i);
      }
    }
    throw new AssertionError("no job " + title);
  }

  private void finishScores() {
    last("Influence on ").finish();
  }

  private HeldJob<?> trial() {
    return last("Leaving out what harms ");
  }

  private Verdict.Trial shown() {
    return assertInstanceOf(Harm.class, model.verdictProperty().get()).trial();
  }

  @Test
  void whileScoresAreComputedNothingIsSaid() {
    assertNull(model.verdictProperty().get());
  }

  @Test
  void whoHarmsIsSaidAtOnceAndWhatBecomesOfThePairLater() {
    finishScores();
    assertEquals(new Trying(), shown());
    trial().finish();

    Harm verdict = assertInstanceOf(Harm.class, model.verdictProperty().get());
    assertTrue(verdict.who().contains("most harmful"), verdict.who());
    Tried tried = assertInstanceOf(Tried.class, verdict.trial());
    assertEquals(Result.FIXED, tried.effect().result());
    assertTrue(tried.effect().text().endsWith("fixed in 4 of 5 seeds"), tried.effect().text());
  }

  @Test
  void untilTheNextScoresAreThereTheOldVerdictStaysWhateverBecomesOfItsTrial() {
    finishScores();
    Verdict old = model.verdictProperty().get();
    HeldJob<?> first = trial();
    explore.pairs().next();
    first.finish();

    assertEquals(old, model.verdictProperty().get());
    assertTrue(model.waitingProperty().get());
  }

  @Test
  void anotherPairCancelsTheTrial() {
    finishScores();
    HeldJob<?> first = trial();
    explore.pairs().next();
    finishScores();

    assertTrue(first.cancelled());
    assertEquals(new Trying(), shown());
  }

  @Test
  void turnedOffItIsOfferedAndTriedWhenAskedFor() {
    model.automaticProperty().set(false);
    finishScores();
    trial().finish();
    Untried untried = assertInstanceOf(Untried.class, shown());
    assertTrue(untried.offer().startsWith("Try it (about "), untried.offer());

    model.tryNow();
    trial().finish();
    assertInstanceOf(Tried.class, shown());
  }

  @Test
  void whatWasStoppedIsOffered() {
    finishScores();
    model.stop();

    assertTrue(trial().cancelled());
    assertInstanceOf(Untried.class, shown());
  }

  @Test
  void aTrialThatFailsLeavesWhoHarmsStanding() {
    finishScores();
    trial().fail(new IllegalStateException("broken"));

    Untried untried = assertInstanceOf(Untried.class, shown());
    assertEquals("Try it", untried.offer());
    assertEquals(JobState.FAILED, trial().state());
  }

  @Test
  void aWholeGroupIsTriedToo() {
    finishScores();
    explore.influence().scopeProperty().set(InfluenceScope.CLASS_PAIR);
    finishScores();
    trial().finish();

    assertInstanceOf(Tried.class, shown());
  }

  @Test
  void aNeighbourThatIsWalkedToIsNotToBeFixed() {
    explore.inspector().togglePin(PairMember.FIRST);
    explore.inspector().step(1);
    finishWalk();

    assertInstanceOf(Untried.class, shown());
  }

  /** Whatever the walk asks for, then its scores. */
  private void finishWalk() {
    for (int i = 0; i < runner.count(); i++) {
      if (!runner.job(i).state().ended() && !runner.job(i).cancelled()) {
        runner.job(i).finish();
      }
    }
  }
}
