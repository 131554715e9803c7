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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SheetsViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final ExploreViewModel explore =
      new ExploreViewModel(
          jobs, SeededServices.standard(), new MarksViewModel(jobs, notices), notices, () -> {});
  private final SheetsViewModel sheets = explore.sheets();

  @BeforeEach
  void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
  }

  private List<Boolean> open() {
    return List.of(sheets.compare().openProperty().get(), sheets.whatIf().openProperty().get());
  }

  @Test
  void onlyOneSheetIsOpen() {
    sheets.compare().toggle();
    sheets.whatIf().toggle();
    assertEquals(List.of(false, true), open());

    sheets.compare().toggle();
    assertEquals(List.of(true, false), open());
  }

  @Test
  void theOneThatIsOpenIsClosed() {
    sheets.compare().toggle();

    assertEquals(List.of(true, false), List.of(sheets.close(), sheets.close()));
    assertEquals(List.of(false, false), open());
  }
}
