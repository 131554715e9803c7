package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.testing.EarlyRun;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.training.ValidationPlan;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.FolderLock;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Unreadable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of earlier versions of the program, damaged ones, and deleting them. */
class RunListingTest {
  private static final String EPOCHS =
      """
      {"epoch":1,"loss":2.5,"seconds":0.5,"metrics":{"recall_at_1":0.5}}
      {"epoch":2,"loss":2.0,"seconds":0.5,"metrics":{"recall_at_1":0.6}}
      """;

  @TempDir Path folder;
  private SmallWorkspace small;
  private Explorer explorer;

  @BeforeEach
  void prepare() {
    small = new SmallWorkspace(folder);
    explorer = small.explorer();
  }

  @AfterEach
  void close() {
    explorer.close();
  }

  private Path write(String run, String file, String text) {
    Path path = small.workspace().resolve("runs").resolve(run).resolve(file);
    AtomicFiles.writeText(path, text);
    return path;
  }

  @Test
  void aRunOfTheFirstVersionIsListedWithWhatIsKnown() {
    write("early", "run.json", EarlyRun.JSON);
    write("early", "epochs.jsonl", EPOCHS);
    RunListing listing = explorer.trainings().runs(small.workspace());
    RunSummary run = listing.runs().get(0);

    assertEquals(List.of(), listing.unreadable());
    assertEquals(
        List.of(RunState.FINISHED, 0.6, ValidationPlan.USUAL, 0, "", List.of()),
        List.of(
            run.state(),
            run.best("recall_at_1").orElseThrow(),
            run.plan().validation(),
            run.labels(),
            run.data(),
            run.remarks()));
  }

  @Test
  void aRunWhoseFilesAreGoneSaysWhich() {
    write("early", "run.json", EarlyRun.JSON);
    write("early", "outcome.json", "{\"state\": \"FINISHED\", \"message\": \"\"}");
    Path lost = write("lost", "epochs.jsonl", EPOCHS).resolveSibling("run.json");
    RunListing listing = explorer.trainings().runs(small.workspace());

    assertEquals(
        List.of("What its epochs reached is gone with its epochs.jsonl."),
        listing.runs().stream().map(RunSummary::message).toList());
    assertEquals(
        List.of(new Unreadable("lost", "The run's description is gone: " + lost + ".")),
        listing.unreadable());
  }

  @Test
  void aRunOfTheFirstVersionCannotGoOn() {
    write("early", "run.json", EarlyRun.JSON);
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                explorer
                    .trainings()
                    .resume(small.workspace(), "early", RunObserver.NONE, JobContext.unattended()));
    assertEquals(
        "The run is of an early version of the program, which did not note its data set",
        problem.what());
  }

  @Test
  void whatIsDamagedIsNamedAndDoesNotHideTheOthers() {
    write("early", "run.json", EarlyRun.JSON);
    write("broken", "run.json", "{\"id\": ");
    write("odd", "run.json", EarlyRun.JSON.replace("\"epochs\": 2", "\"epochs\": -2"));
    write("torn", "run.json", EarlyRun.JSON);
    write("torn", "epochs.jsonl", "{\"epoch\":\n" + EPOCHS);
    RunListing listing = explorer.trainings().runs(small.workspace());

    assertEquals(List.of("early"), listing.runs().stream().map(RunSummary::id).toList());
    assertEquals(
        List.of("broken", "odd", "torn"),
        listing.unreadable().stream().map(Unreadable::id).toList());
    assertTrue(listing.unreadable().get(1).why().contains("epochs is -2"), listing.toString());
  }

  @Test
  void aDeletedRunTakesItsModelAlongAndComesBack() {
    ModelCard model = small.add(1);
    small.add(2);
    write(model.id(), "run.json", EarlyRun.JSON.replace("early", model.id()));
    Map<String, Path> folders =
        Map.of(
            "run", small.workspace().resolve("runs").resolve(model.id()),
            "model", small.workspace().resolve("models").resolve(model.id()));

    explorer.workspaces().deleteRun(small.workspace(), model.id());
    assertEquals(List.of(), explorer.trainings().runs(small.workspace()).runs());
    assertFalse(Files.exists(folders.get("model")));

    explorer.workspaces().restoreRun(small.workspace(), model.id());
    assertEquals(1, explorer.trainings().runs(small.workspace()).runs().size());
    assertTrue(Files.exists(folders.get("model").resolve("model.json")));
  }

  @Test
  void aDamagedRunCanBeDeleted() {
    write("broken", "run.json", "{");
    explorer.workspaces().deleteRun(small.workspace(), "broken");
    assertEquals(
        new RunListing(List.of(), List.of()), explorer.trainings().runs(small.workspace()));
  }

  @Test
  void theRunOfTheModelTheWorkspaceOpensWithStays() {
    ModelCard model = small.add(1);
    Path run = write(model.id(), "run.json", EarlyRun.JSON.replace("early", model.id()));
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> explorer.workspaces().deleteRun(small.workspace(), model.id()));
    assertEquals("The workspace opens with " + model.title(), problem.what());
    assertTrue(Files.exists(run));
  }

  @Test
  void aRunUnderWayStays() {
    Path run = write("early", "run.json", EarlyRun.JSON);
    FolderLock lock = FolderLock.take(run.getParent(), "taken", "");
    try {
      assertEquals(
          RunState.RUNNING, explorer.trainings().runs(small.workspace()).runs().get(0).state());
      ProblemException problem =
          assertThrows(
              ProblemException.class,
              () -> explorer.workspaces().deleteRun(small.workspace(), "early"));
      assertEquals("The run is under way", problem.what());
      FolderTrees.delete(small.images());
      ProblemException beforeItsDataAreRead =
          assertThrows(
              ProblemException.class,
              () ->
                  explorer
                      .trainings()
                      .resume(
                          small.workspace(), "early", RunObserver.NONE, JobContext.unattended()));
      assertEquals("The run is under way", beforeItsDataAreRead.what());
    } finally {
      lock.close();
    }
    assertTrue(Files.exists(run));
  }

  /** Its number may be another process's by now, or one of another machine. */
  @Test
  void whoWasAtARunOfAnEarlierVersionIsOverlooked() {
    ProcessHandle self = ProcessHandle.current();
    Path run = write("early", "run.json", EarlyRun.JSON);
    write(
        "early",
        "owner.json",
        "{\"process\": %d, \"began\": \"%s\"}"
            .formatted(self.pid(), self.info().startInstant().map(Object::toString).orElse("")));

    assertNotEquals(
        RunState.RUNNING, explorer.trainings().runs(small.workspace()).runs().get(0).state());
    explorer.workspaces().deleteRun(small.workspace(), "early");
    assertFalse(Files.exists(run));
  }

  /** Killed after the run has gone and before its model has: the workspace opens, and the rest can be deleted. */
  @Test
  void aKilledDeletionLeavesAWorkspaceThatOpens() {
    ModelCard model = small.add(1);
    small.add(2);
    write(model.id(), "run.json", EarlyRun.JSON.replace("early", model.id()));
    Path root = small.workspace();
    FolderTrees.move(root.resolve("runs").resolve(model.id()), root.resolve("trash/runs/x"));

    assertEquals(
        24,
        explorer.sessions().openWorkspace(root, JobContext.unattended()).dataset().train().size()
            + explorer
                .sessions()
                .openWorkspace(root, JobContext.unattended())
                .dataset()
                .test()
                .size());
    explorer.workspaces().delete(root, model.id());
    assertEquals(1, explorer.workspaces().models(root).size());
  }
}
