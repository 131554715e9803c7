package eifexplorer.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExploreViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final MarksViewModel marks = new MarksViewModel(jobs, notices);
  private final ExploreViewModel explore = explore();

  private ExploreViewModel explore() {
    return new ExploreViewModel(jobs, SeededServices.standard(), marks, notices, () -> {});
  }

  private void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
  }

  @Test
  void theFirstPairIsExplainedAtOnce() {
    show();

    assertEquals(
        explore.pairs().visible().get(0).pair().wrong(),
        explore.influence().shownProperty().get().query().pairs().get(0).first());
  }

  @Test
  void bothStripsAreFilled() {
    show();

    assertEquals(
        List.of(7, 7),
        List.of(
            explore.strip(InfluenceKind.HARMFUL).page().size(),
            explore.strip(InfluenceKind.HELPFUL).page().size()));
  }

  @Test
  void theMostHarmfulTrainingImageIsChosen() {
    show();

    assertEquals(
        explore.strip(InfluenceKind.HARMFUL).page().get(0), explore.sample().itemProperty().get());
  }

  @Test
  void stepsWalkAStrip() {
    show();

    explore.strips().step(InfluenceKind.HELPFUL, 1);
    explore.strips().step(InfluenceKind.HELPFUL, 1);
    explore.strips().step(InfluenceKind.HELPFUL, 1);

    assertEquals("helpful 3", rank());
  }

  private String rank() {
    InfluenceItem item = explore.sample().itemProperty().get();
    return item.kind().word() + " " + item.rank();
  }

  @Test
  void anotherPairIsShownWhole() {
    show();
    explore.inspector().zoom().toggleActual();

    explore.pairs().next();

    assertEquals("fit", explore.inspector().zoom().textProperty().get());
  }

  @Test
  void aSessionWithoutPairsShowsNothingOfTheOneBefore() {
    show();
    ExplorerSession perfect = SampleSession.withoutPairs();

    explore.show(perfect, PairIndex.of(perfect), ScopePairs.of(perfect.confusions()));

    assertNull(explore.pairs().selectedProperty().get());
    assertNull(explore.influence().shownProperty().get());
    assertNull(explore.sample().itemProperty().get());
  }

  @Test
  void theSamePairIsExplainedAgainInAReopenedSession() {
    show();
    ExplorerSession again = SampleSession.of(Optional.empty());

    explore.show(again, PairIndex.of(again), ScopePairs.of(again.confusions()));

    assertEquals("harmful 1", rank());
  }
}
