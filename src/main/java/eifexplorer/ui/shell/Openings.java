package eifexplorer.ui.shell;

import eifexplorer.job.Job;
import eifexplorer.job.JobHandle;
import eifexplorer.job.JobStatus;
import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Opens one thing at a time, as jobs: asking for another gives up on what is being opened. */
final class Openings {
  private final FxJobs jobs;
  private final Executor whenFramed;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private @Nullable JobHandle<?> current;
  private int asked;

  /** Nothing is being opened; what was opened is handed on through {@code whenFramed}. */
  Openings(FxJobs jobs, Executor whenFramed) {
    this.jobs = jobs;
    this.whenFramed = whenFramed;
  }

  /** What is being opened, in words; empty if nothing is. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What the opening waits for, as of the last look; empty if it does not wait. */
  ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Looks what the opening waits for. */
  void sample(Function<JobStatus, String> waitingText) {
    waiting.set(current == null ? "" : waitingText.apply(current));
  }

  /** Gives up on what is being opened. */
  void cancel() {
    if (current != null) {
      current.cancel();
    }
  }

  /**
   * Opens something.
   *
   * @param whenFailed is told why it can't be opened
   * @param whenDropped is told that somebody gave up on it, or asked for something else
   */
  void open(
      String what,
      Job<Opened> job,
      Consumer<Opened> whenOpened,
      Consumer<Failure> whenFailed,
      Runnable whenDropped) {
    cancel();
    int mine = ++asked;
    title.set(what);
    JobHandle<Opened> handle =
        jobs.start(
            what,
            Lane.ENGINE,
            job,
            new Outcome<>(
                opened -> whenFramed.execute(() -> hand(mine, opened, whenOpened, whenDropped)),
                failure -> {
                  ended(mine);
                  whenFailed.accept(failure);
                },
                () -> {
                  ended(mine);
                  whenDropped.run();
                }));
    current = title.get().isEmpty() ? null : handle;
  }

  private void hand(int of, Opened opened, Consumer<Opened> whenOpened, Runnable whenDropped) {
    if (ended(of)) {
      whenOpened.accept(opened);
    } else {
      whenDropped.run();
    }
  }

  /** True if nothing else has been asked for since. */
  private boolean ended(int of) {
    if (of != asked) {
      return false;
    }
    current = null;
    title.set("");
    return true;
  }
}
