package eifexplorer.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.experiment.StoredExperiment;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobContext;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.workspace.Unreadable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptResultsTest {
  private final FakeExperiments experiments = new FakeExperiments();
  private final NoticesViewModel notices = new NoticesViewModel();
  private final KeptResults kept =
      new KeptResults(new FxJobs(new InlineJobRunner(), Runnable::run), notices, experiments);

  @BeforeEach
  void keepTwo() {
    for (String to : List.of("3", "5")) {
      experiments.run(
          SampleSession.of(Optional.empty()),
          "counting",
          Map.of("to", to),
          findings -> {},
          JobContext.unattended());
    }
    kept.show(Optional.of(Path.of("workspace")));
  }

  private List<String> fingerprints() {
    return kept.of(new CountingExperiment()).stream().map(one -> one.run().fingerprint()).toList();
  }

  @Test
  void withoutAWorkspaceNothingIsKept() {
    kept.show(Optional.empty());

    assertEquals(List.of(), kept.allProperty().get());
  }

  @Test
  void aForgottenOneIsGoneOnceItIsLookedAgain() {
    assertEquals(List.of("counting5", "counting3"), fingerprints());
    StoredExperiment newest = kept.allProperty().get().get(0);
    List<StoredExperiment> gone = new ArrayList<>();

    kept.delete(newest, gone::add);
    kept.refresh();

    assertEquals(List.of(newest), gone);
    assertEquals(List.of("counting3"), fingerprints());
  }

  @Test
  void damagedOnesAreNamedOnceAndUntilSomebodyHasReadIt() {
    experiments.damaged = List.of(new Unreadable("abc", "The JSON is empty"));
    kept.refresh();
    assertEquals(
        List.of("1 result is damaged and left out: abc (The JSON is empty)"),
        notices.notices().stream().map(Notice::message).toList());
    assertEquals(Notice.Kind.ERROR, notices.notices().get(0).kind());
    assertEquals(2, kept.allProperty().get().size());

    notices.dismiss(notices.notices().get(0));
    kept.refresh();
    assertEquals(List.of(), notices.notices());
    experiments.damaged = List.of(new Unreadable("def", "The JSON is empty"));
    kept.refresh();
    assertEquals(1, notices.notices().size());
  }
}
