package eifexplorer.ui.shell;

import eifexplorer.job.Job;
import eifexplorer.job.JobHandle;
import eifexplorer.job.JobStatus;
import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Opens one thing at a time, as jobs: asking for another gives up on what is being opened. */
final class Openings {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private @Nullable JobHandle<?> current;
  private int asked;

  Openings(FxJobs jobs, NoticesViewModel notices) {
    this.jobs = jobs;
    this.notices = notices;
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

  /** Opens something; a failure shows as a notice. */
  void open(String what, Job<Opened> job, Consumer<Opened> whenOpened) {
    cancel();
    int mine = ++asked;
    title.set(what);
    JobHandle<Opened> handle =
        jobs.start(
            what,
            Lane.ENGINE,
            job,
            new Outcome<>(
                opened -> {
                  if (ended(mine)) {
                    whenOpened.accept(opened);
                  }
                },
                failure -> failed(mine, failure),
                () -> ended(mine)));
    current = title.get().isEmpty() ? null : handle;
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

  private void failed(int of, Failure failure) {
    ended(of);
    notices.show(failure);
  }
}
