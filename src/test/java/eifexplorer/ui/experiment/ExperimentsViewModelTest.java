package eifexplorer.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.Target;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobRunner;
import eifexplorer.problem.ProblemException;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsViewModelTest {
  @TempDir Path folder;

  private final Experiment counting = new CountingExperiment();
  private final FakeExperiments experiments = new FakeExperiments();
  private final List<Target> opened = new ArrayList<>();
  private final NoticesViewModel notices = new NoticesViewModel();
  private ExperimentsViewModel model;

  @BeforeEach
  void open() {
    model = model(new InlineJobRunner());
  }

  private ExperimentsViewModel model(JobRunner runner) {
    ExperimentsViewModel made =
        new ExperimentsViewModel(
            new FxJobs(runner, Runnable::run),
            notices,
            new ExperimentServices(
                List.of(counting), experiments, opened::add, new FileManager("Linux")));
    made.show(
        SampleSession.in(
            Workspace.create(
                folder.resolve("ws" + System.nanoTime()),
                "ws",
                DatasetReference.clean("cub", folder.toString(), "1-2", "3-4")),
            folder));
    return made;
  }

  private Parameter to() {
    return counting.parameters().get(0);
  }

  private void run(String value) {
    model.form(counting).value(to()).set(value);
    model.start();
  }

  @Test
  void whatWasFoundIsShownAndKept() {
    assertEquals("never run", model.stateText(counting));

    run("4");

    assertEquals(CountingExperiment.findings(4), model.shownProperty().get().findings());
    assertEquals("1 result", model.stateText(counting));
    assertFalse(model.isRunning(counting));
  }

  @Test
  void findingsSoFarAreShownWhileItRuns() {
    HeldJobRunner held = new HeldJobRunner();
    ExperimentsViewModel late = model(held);
    late.start();
    assertEquals("running", late.stateText(counting));
    assertNull(late.shownProperty().get());

    held.job(held.count() - 1).finish();

    assertEquals(CountingExperiment.findings(3), late.shownProperty().get().findings());
  }

  @Test
  void whatMakesNoSenseIsNamedAndNotRun() {
    run("eleven");

    assertEquals(
        "to is eleven. Allowed: whole numbers from 1 to 10.",
        model.form(counting).problem().orElse(""));
    assertNull(model.shownProperty().get());
  }

  @Test
  void troubleTakesTheResultsPlace() {
    experiments.trouble =
        Optional.of(new ProblemException("There are no confused pairs", "", "Take another model."));

    run("2");

    assertTrue(model.failureProperty().get().message().startsWith("There are no confused pairs"));
    assertNull(model.shownProperty().get());
    assertFalse(model.isRunning(counting));
  }

  @Test
  void aKeptResultIsShownAgainWithItsValuesInTheForm() {
    run("4");
    run("5");
    model.load(model.kept().of(counting).get(1));

    assertEquals(CountingExperiment.findings(4), model.shownProperty().get().findings());
    assertEquals("4", model.form(counting).value(to()).get());
  }

  @Test
  void whatAResultWasRunWithIsSaidAsInTheForm() {
    run("4");

    assertEquals("To 4", model.form(counting).inWords(model.kept().of(counting).get(0)));
  }

  @Test
  void anotherModelOfTheSameWorkspaceHasItsResultsToo() {
    run("4");

    model.show(SampleSession.in(model.sessionProperty().get().workspace().orElseThrow(), folder));

    assertEquals("1 result", model.stateText(counting));
    assertEquals(CountingExperiment.findings(4), model.shownProperty().get().findings());
  }

  @Test
  void aKeptResultIsSaidToBeOpeningUntilItIsThere() {
    run("4");
    HeldJobRunner held = new HeldJobRunner();
    ExperimentsViewModel later = model(held);
    later.show(model.sessionProperty().get());
    later.load(model.kept().of(counting).get(0));

    assertTrue(later.openingProperty().get());
    held.job(held.count() - 1).finish();
    assertFalse(later.openingProperty().get());
    assertEquals(CountingExperiment.findings(4), later.shownProperty().get().findings());
  }

  @Test
  void rowsOpenWhatTheyAreAbout() {
    run("4");
    ResultTable table = model.shownProperty().get().findings().tables().get(0);

    model.open(table.rows().get(2));

    assertEquals(List.of(Target.pair(3, 4)), opened);
  }

  @Test
  void aResultOfAnotherModelOpensNothing() {
    experiments.same = false;
    run("4");

    model.open(model.shownProperty().get().findings().tables().get(0).rows().get(2));

    assertEquals(List.of(), opened);
    assertFalse(model.shownProperty().get().opens());
  }

  @Test
  void twoResultsAreHeldSideBySide() {
    run("2");
    run("3");
    model.compare(model.kept().of(counting).get(1), model.kept().of(counting).get(0));

    assertEquals(
        List.of(
            "Each number of the first result, of the second, and the second less the first.",
            "To: 2 → 3"),
        model.shownProperty().get().findings().notes());
    assertEquals(2, model.shownProperty().get().findings().tables().get(0).rows().size());
  }

  @Test
  void aForgottenResultIsGone() {
    run("4");
    model.delete(model.kept().of(counting).get(0));

    assertEquals(List.of(), model.kept().of(counting));
    assertEquals("never run", model.stateText(counting));
    assertNull(model.shownProperty().get());
  }

  @Test
  void aResultIsWrittenAsItsNameAsks() throws Exception {
    run("3");
    List<String> said = new ArrayList<>();
    for (String name : List.of("r.html", "r.json", "r")) {
      model.write(folder.resolve(name));
      notices.notices().forEach(notice -> said.add(notice.message()));
    }

    assertTrue(Files.readString(folder.resolve("r.html")).contains("It came to 3."));
    assertTrue(Files.readString(folder.resolve("r.json")).contains("\"counting\""));
    assertEquals(
        List.of("n,square", "1,1", "2,4", "3,9"),
        Files.readAllLines(folder.resolve("r/tables/squares.csv")));
    assertEquals(
        List.of(
            "Written to " + folder.resolve("r.html"),
            "Written to " + folder.resolve("r.json"),
            "Written to " + folder.resolve("r")),
        said);
  }
}
