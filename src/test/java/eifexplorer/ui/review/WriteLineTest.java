package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.QueuedJobRunner;
import eifexplorer.problem.ProblemException;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.testing.HeldJobRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriteLineTest {
  private final HeldJobRunner runner = new HeldJobRunner();
  private final List<String> told = new ArrayList<>();
  private final WriteLine line = new WriteLine(new FxJobs(runner, Runnable::run), this::failed);
  private int shown = 1;

  private void failed(Failure failure) {
    told.add("failed: " + failure.message());
  }

  /** A key: it means the image shown at its turn, and turns to the next. */
  private void key() {
    line.add(
        "Decide",
        () -> {
          int image = shown;
          return Optional.of(
              context ->
                  () -> {
                    told.add("decided " + image);
                    shown++;
                  });
        });
  }

  @Test
  void aKeyPressedMeanwhileMeansTheImageOfItsTurn() {
    key();
    key();
    assertEquals(1, runner.count());
    runner.job(0).finish();
    runner.job(1).finish();
    assertEquals(List.of("decided 1", "decided 2"), told);
  }

  @Test
  void whatFailsDropsWhatWaits() {
    key();
    key();
    runner.job(0).fail(new ProblemException("The disk is full", "", ""));
    assertEquals(1, runner.count());
    key();
    runner.job(1).finish();
    assertEquals(List.of("failed: The disk is full.", "decided 1"), told);
  }

  @Test
  void aStepWithNothingToDoIsPassedOver() {
    line.add("Nothing", Optional::empty);
    key();
    runner.job(0).finish();
    assertEquals(List.of("decided 1"), told);
  }

  @Test
  void whatTheProgramAddsNeitherDropsNorIsDropped() {
    line.addOwn("Reason", () -> Optional.of(context -> () -> told.add("reason")));
    key();
    line.addOwn("Reason", () -> Optional.of(context -> () -> told.add("another reason")));
    runner.job(0).fail(new ProblemException("No reason", "", ""));
    runner.job(1).fail(new ProblemException("The disk is full", "", ""));
    runner.job(2).finish();
    assertEquals(
        List.of("failed: No reason.", "failed: The disk is full.", "another reason"), told);
  }

  @Test
  void allThatWasSaidIsMadeBeforeTheReviewIsLetGo() {
    List<Runnable> neverRun = new ArrayList<>();
    try (QueuedJobRunner real = new QueuedJobRunner(1)) {
      WriteLine ending = new WriteLine(new FxJobs(real, neverRun::add), this::failed);
      for (int i = 1; i <= 3; i++) {
        String decision = "decided " + i;
        ending.add("Decide", () -> Optional.of(context -> () -> told.add(decision)));
      }
      ending.addOwn("Reason", () -> Optional.of(context -> () -> told.add("reason")));
      ending.finish();
      neverRun.forEach(Runnable::run);
    }
    assertEquals(List.of("decided 1", "decided 2", "decided 3"), told);
  }
}
