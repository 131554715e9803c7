package eifexplorer.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.explore.strips.StripCommand;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleMenuTest {
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final MarksViewModel marks = new MarksViewModel(jobs, notices);
  private final ExploreViewModel explore =
      new ExploreViewModel(jobs, SeededServices.standard(), marks, notices, () -> {});
  private final List<StripCommand> done = new ArrayList<>();
  private final SampleMenu menu = new SampleMenu(explore, true, done::add);

  private List<Entry> entries() {
    return menu.groups().stream().flatMap(List::stream).toList();
  }

  @Test
  void withoutATrainingImageThereIsNothingToDo() {
    assertTrue(entries().isEmpty());
  }

  @Test
  void everythingThePanelCanDoIsInTheMenuInTheWordsOfTheMoment() {
    ExplorerSession session = SampleSession.of(Optional.empty());
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
    List<String> before = entries().stream().map(Entry::text).limit(4).toList();
    marks.toggleExcluded(explore.chosen().sample().path());
    explore.sample().toggleFlag();
    explore.strips().togglePicked(explore.chosen());
    List<String> after = entries().stream().map(Entry::text).limit(4).toList();
    entries().forEach(entry -> entry.action().run());

    assertEquals(
        List.of("Flag", "Exclude from training", "Relabel in Review", "Pick for what if"), before);
    assertEquals(
        List.of(
            "Take the flag away", "Train on it again", "Relabel in Review", "Drop from what if"),
        after);
    assertEquals(
        List.of(
            StripCommand.FLAG,
            StripCommand.EXCLUDE,
            StripCommand.RELABEL,
            StripCommand.PICK,
            StripCommand.SAMPLE_PANEL,
            StripCommand.OPEN_IMAGE,
            StripCommand.REVEAL,
            StripCommand.COPY_PATH),
        done);
  }

  @Test
  void aPanelInSightNeedNotBeOpened() {
    ExplorerSession session = SampleSession.of(Optional.empty());
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));

    assertTrue(
        new SampleMenu(explore, false, done::add)
            .groups().stream()
                .flatMap(List::stream)
                .noneMatch(entry -> entry.command().orElseThrow() == StripCommand.SAMPLE_PANEL));
  }

  @Test
  void whatNeedsAFileCannotBeChosenWithoutOne() {
    ExplorerSession session = SampleSession.of(Optional.empty());
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));

    assertEquals(
        List.of("Open in the system's viewer", "Show in the file manager", "Copy path"),
        entries().stream().filter(entry -> !entry.enabled()).map(Entry::text).toList());
  }
}
