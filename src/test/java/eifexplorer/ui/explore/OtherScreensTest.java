package eifexplorer.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherScreensTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final ExploreViewModel explore =
      new ExploreViewModel(
          jobs, SeededServices.standard(), new MarksViewModel(jobs, notices), notices, () -> {});
  private final OtherScreens others = explore.others();
  private final List<String> asked = new ArrayList<>();

  private void hand() {
    others.reviewWith(
        new OtherScreens.Reviewing(
            i -> asked.add("relabel " + i), i -> asked.add("exclude " + i), c -> {}, i -> {}));
    others.locateWith(new OtherScreens.Locating(() -> {}, i -> asked.add("locate " + i)));
    others.relabel();
    others.exclude();
    others.locateChosen();
  }

  @Test
  void theChosenTrainingImageIsHandedOn() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
    int chosen = explore.chosen().trainIndex();

    hand();

    assertEquals(List.of("relabel " + chosen, "exclude " + chosen, "locate " + chosen), asked);
  }

  @Test
  void nothingIsHandedOnWhereNoneIsChosen() {
    hand();

    assertEquals(List.of(), asked);
  }
}
