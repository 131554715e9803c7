package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobHandle;
import eifexplorer.job.JobKind;
import eifexplorer.job.JobStatus;
import eifexplorer.job.Lane;
import eifexplorer.job.QueuedJobRunner;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.EpochReport;
import eifexplorer.training.NetworkPlan;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TrainingRunsTest extends TrainingBench {
  private static final String RUN = "SoftTriple_seed7";

  @Test
  void aFinishedRunIsListedWithItsEpochsAndDoesNotGoOn() {
    TinyTraining training = new TinyTraining(folder, true);
    Path workspace = folder.resolve("ws");
    training.startOrResume(workspace, engine, RunObserver.NONE);
    RunSummary run = training.runs(engine).runs(workspace).runs().get(0);

    assertEquals(RunState.FINISHED, run.state());
    assertEquals(TinyTraining.EPOCHS, run.epochs().size());
    assertTrue(run.best("recall_at_1").getAsDouble() > 0);
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> training.startOrResume(workspace, engine, RunObserver.NONE));
    assertEquals("The workspace has no run that could go on", problem.what());
  }

  @Test
  void aDamagedRunDoesNotHideTheOthers() throws IOException {
    TinyTraining training = new TinyTraining(folder, true);
    Path workspace = folder.resolve("ws");
    training.startOrResume(workspace, engine, RunObserver.NONE);
    Path damaged = Files.createDirectories(workspace.resolve("runs/damaged"));
    Files.writeString(damaged.resolve("run.json"), "{\"id\": ");

    assertEquals(1, training.runs(engine).runs(workspace).runs().size());
  }

  @Test
  void aRunWhoseImagesChangedDoesNotGoOn() throws IOException {
    TinyTraining training = new TinyTraining(folder, true);
    Path workspace = folder.resolve("ws");
    assertThrows(
        IllegalStateException.class,
        () -> training.startOrResume(workspace, engine, failingAtEpoch(2)));
    Files.delete(folder.resolve("images/class0/3.png"));

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> training.startOrResume(workspace, engine, RunObserver.NONE));
    assertEquals(
        "The training images or their labels have changed since the run began", problem.what());
    assertEquals(RunState.FAILED, training.runs(engine).runs(workspace).runs().get(0).state());
  }

  @Test
  void whatNobodyExpectedIsNotedUntilTheRunGoesOn() {
    TinyTraining training = new TinyTraining(folder, true);
    Path workspace = folder.resolve("ws");
    assertThrows(
        IllegalStateException.class,
        () -> training.startOrResume(workspace, engine, failingAtEpoch(2)));
    RunSummary failed = training.runs(engine).runs(workspace).runs().get(0);
    RunObserver paused =
        new RunObserver() {
          @Override
          public void started(RunSummary run) {
            throw new JobCancelledException();
          }
        };
    assertThrows(
        JobCancelledException.class, () -> training.startOrResume(workspace, engine, paused));
    RunSummary pausedRun = training.runs(engine).runs(workspace).runs().get(0);

    assertEquals("java.lang.IllegalStateException: stop", failed.message());
    assertEquals(RunState.INTERRUPTED, pausedRun.state());
    assertEquals("", pausedRun.message());
  }

  @Test
  void aRunThatWasGivenUpReadsSoUntilItGoesOn() {
    TinyTraining training = new TinyTraining(folder, true);
    Path workspace = folder.resolve("ws");
    TrainingRuns runs = training.runs(engine);
    try (QueuedJobRunner runner = new QueuedJobRunner(1)) {
      CompletableFuture<JobStatus> handle = new CompletableFuture<>();
      RunObserver cancelling =
          new RunObserver() {
            @Override
            public void epochDone(EpochReport report) {
              if (report.epoch() == 2) {
                handle.join().cancel();
              }
            }
          };
      JobHandle<?> job =
          runner.submit(
              "Train",
              Lane.ENGINE,
              JobKind.WORK,
              context -> runs.train(training.request(workspace), cancelling, context));
      handle.complete(job);
      assertThrows(CompletionException.class, () -> job.result().join());
    }
    assertEquals(RunState.CANCELLED, runs.runs(workspace).runs().get(0).state());
    assertThrows(
        ProblemException.class,
        () -> runs.resume(workspace, "", RunObserver.NONE, JobContext.unattended()));

    runs.resume(workspace, RUN, RunObserver.NONE, JobContext.unattended());
    assertEquals(RunState.FINISHED, runs.runs(workspace).runs().get(0).state());
  }

  @Test
  void aRunUnderWayIsNotTakenAgain() {
    TinyTraining training = new TinyTraining(folder, true);
    Path workspace = folder.resolve("ws");
    TrainingRuns runs = training.runs(engine);
    RunObserver second =
        new RunObserver() {
          @Override
          public void started(RunSummary run) {
            assertEquals(RunState.RUNNING, runs.runs(workspace).runs().get(0).state());
            training.startOrResume(workspace, engine, RunObserver.NONE);
          }
        };

    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> training.startOrResume(workspace, engine, second));
    assertEquals("The run is under way", problem.what());
  }

  @Test
  void aLossThatIsNoNumberEndsTheRunAndKeepsTheLastGoodCheckpoint() throws IOException {
    TinyTraining training = new TinyTraining(folder, true);
    Path workspace = folder.resolve("ws");
    TrainRequest request = training.request(workspace);
    Path plan = request.config().orElseThrow();
    Files.writeString(
        plan, Files.readString(plan).replace("\"headRate\": 0.001", "\"headRate\": 1e38"));
    TrainingRuns runs = training.runs(engine);

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> runs.train(request, RunObserver.NONE, JobContext.unattended()));
    RunSummary run = runs.runs(workspace).runs().get(0);
    assertTrue(
        problem.what().matches("The loss of epoch \\d+, batch \\d+ is not a number"),
        problem.what());
    assertEquals("learning rates: back bone 0.0, head 1.0E38, proxies 0.01", problem.where());
    assertEquals(RunState.FAILED, run.state());
    assertEquals(problem.getMessage(), run.message());
  }

  /** A folder that can't be made stands for a disk that is full. */
  @Test
  void aCheckpointThatCannotBeWrittenEndsTheRunWhichCanGoOnLater() throws IOException {
    TinyTraining training = new TinyTraining(folder, true);
    Path workspace = folder.resolve("ws");
    Path obstacle = workspace.resolve("runs/" + RUN + "/checkpoints");
    RunObserver blocking =
        new RunObserver() {
          @Override
          public void started(RunSummary run) {
            AtomicFiles.writeText(obstacle, "in the way");
          }
        };
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> training.startOrResume(workspace, engine, blocking));
    assertEquals("The file can't be written", problem.what());
    assertEquals(RunState.FAILED, training.runs(engine).runs(workspace).runs().get(0).state());

    Files.delete(obstacle);
    assertEquals(RUN, training.startOrResume(workspace, engine, RunObserver.NONE).id());
    assertEquals(RunState.FINISHED, training.runs(engine).runs(workspace).runs().get(0).state());
  }

  @Test
  void aPausedRunIsInterruptedAndGoesOnToItsEnd() {
    TinyTraining training = new TinyTraining(folder, true);
    Path workspace = folder.resolve("ws");
    TrainingRuns runs = training.runs(engine);
    AtomicBoolean paused = new AtomicBoolean();
    RunObserver pausing =
        new RunObserver() {
          @Override
          public void epochDone(EpochReport report) {
            paused.set(report.epoch() == 3);
          }
        };
    JobContext context =
        new JobContext() {
          @Override
          public void progress(long done, long total, String unit) {}

          @Override
          public void log(String line) {}

          @Override
          public boolean cancelled() {
            return paused.get();
          }
        };
    assertThrows(
        JobCancelledException.class,
        () -> runs.train(training.request(workspace), pausing, context));
    assertEquals(RunState.INTERRUPTED, runs.runs(workspace).runs().get(0).state());
    assertEquals(3, runs.runs(workspace).runs().get(0).epochs().size());

    runs.resume(workspace, RUN, RunObserver.NONE, JobContext.unattended());
    assertEquals(TinyTraining.EPOCHS, runs.runs(workspace).runs().get(0).epochs().size());
  }

  @Test
  void mixedPrecisionIsRememberedWithItsRemark() throws IOException {
    TinyTraining training = new TinyTraining(folder, false);
    Path workspace = folder.resolve("ws");
    TrainRequest request = training.request(workspace);
    Path plan = request.config().orElseThrow();
    Files.writeString(
        plan,
        Files.readString(plan)
            .replace("\"frozen\": false", "\"frozen\": false, \"precision\": \"mixed\""));
    TrainingRuns runs = training.runs(engine);
    runs.train(request, RunObserver.NONE, JobContext.unattended());
    RunSummary run = runs.runs(workspace).runs().get(0);

    assertEquals(RunState.FINISHED, run.state());
    assertEquals(NetworkPlan.Precision.MIXED, run.plan().network().precision());
    assertEquals(
        engine.report().device().isGpu()
            ? List.of()
            : List.of(
                "Mixed precision on a CPU: faster only where the processor computes bfloat16"
                    + " itself."),
        run.remarks());
  }

  @Test
  void aSingleClassIsRefusedBeforeAnImageIsRead() {
    TinyTraining training = new TinyTraining(folder, true);
    TrainRequest usual = training.request(folder.resolve("ws"));
    TrainRequest single =
        new TrainRequest(
            usual.workspace(),
            DatasetReference.clean("folder", folder.resolve("images").toString(), "1", "4-6"),
            usual.weights(),
            usual.backbone(),
            usual.resize(),
            usual.crop(),
            true,
            usual.loss(),
            usual.config(),
            usual.seed());

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> training.runs(engine).train(single, RunObserver.NONE, JobContext.unattended()));
    assertEquals("number of training classes is 1", problem.what());
  }

  private static RunObserver failingAtEpoch(int epoch) {
    return new RunObserver() {
      @Override
      public void epochDone(EpochReport report) {
        if (report.epoch() == epoch) {
          throw new IllegalStateException("stop");
        }
      }
    };
  }
}
