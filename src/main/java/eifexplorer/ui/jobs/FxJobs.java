package eifexplorer.ui.jobs;

import eifexplorer.job.Job;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobHandle;
import eifexplorer.job.JobKind;
import eifexplorer.job.JobRunner;
import eifexplorer.job.Lane;
import eifexplorer.ui.kit.Failure;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Starts jobs and brings their outcome to the JavaFX thread. */
public final class FxJobs {
  private final JobRunner runner;
  private final Executor fx;

  /**
   * A bridge.
   *
   * @param fx runs a task on the JavaFX thread; in tests on the calling one
   */
  public FxJobs(JobRunner runner, Executor fx) {
    this.runner = runner;
    this.fx = fx;
  }

  /** Starts a job; with an inline runner its outcome is known before this returns. */
  public <T> JobHandle<T> start(String title, Lane lane, Job<T> job, Outcome<T> outcome) {
    return start(title, lane, JobKind.WORK, job, outcome);
  }

  /** Starts what the program does for itself: neither the status bar nor the drawer shows it unless it fails. */
  public <T> JobHandle<T> startQuietly(String title, Lane lane, Job<T> job, Outcome<T> outcome) {
    return start(title, lane, JobKind.HOUSEKEEPING, job, outcome);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what the listener throws is guarded
  private <T> JobHandle<T> start(
      String title, Lane lane, JobKind kind, Job<T> job, Outcome<T> outcome) {
    JobHandle<T> handle = runner.submit(title, lane, kind, job);
    handle
        .result()
        .whenComplete(
            (value, error) -> fx.execute(() -> guarded(() -> end(value, error, outcome))));
    return handle;
  }

  /** Waits for a job's end and tells its outcome at once; it is told again when its turn comes on the JavaFX thread. */
  public static <T> void await(JobHandle<T> handle, Outcome<T> outcome) {
    Runnable told =
        handle
            .result()
            .handle((value, error) -> (Runnable) () -> end(value, error, outcome))
            .join();
    told.run();
  }

  /** What a running job may hand to the screen before it ends: calls the listener on the JavaFX thread. */
  public <T> Consumer<T> onScreen(Consumer<T> listener) {
    return value -> fx.execute(() -> guarded(() -> listener.accept(value)));
  }

  private static <T> void end(T value, Throwable error, Outcome<T> outcome) {
    if (error == null) {
      outcome.done().accept(value);
    } else if (error instanceof JobCancelledException) {
      outcome.cancelled().run();
    } else {
      outcome.failed().accept(Failure.of(error));
    }
  }

  /** A future swallows what its listener throws; here it goes where every other surprise goes. */
  private static void guarded(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
