package eifexplorer.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.Job;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxJobsTest {
  private final List<Runnable> later = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), later::add);

  private void start(Job<String> job) {
    jobs.start(
        "A job",
        Lane.COMPUTE,
        job,
        new Outcome<>(
            value -> told.add("done " + value),
            failure -> told.add("failed " + failure.message()),
            () -> told.add("cancelled")));
  }

  @Test
  void outcomesWaitForTheJavaFxThread() {
    start(context -> "a");

    assertEquals(List.of(), told);
  }

  @Test
  void everyEndIsToldOnce() {
    start(context -> "a");
    start(
        context -> {
          throw new ProblemException("No room", "", "");
        });
    start(
        context -> {
          throw new JobCancelledException();
        });

    later.forEach(Runnable::run);

    assertEquals(List.of("done a", "failed No room.", "cancelled"), told);
  }

  @Test
  void whatAListenerThrowsIsNotSwallowed() {
    List<Throwable> uncaught = new ArrayList<>();
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
    IllegalStateException surprise = new IllegalStateException();
    jobs.start(
        "A job",
        Lane.COMPUTE,
        context -> "a",
        Outcome.of(
            value -> {
              throw surprise;
            },
            failure -> {}));

    later.forEach(Runnable::run);
    thread.setUncaughtExceptionHandler(before);

    assertEquals(List.of(surprise), uncaught);
  }
}
