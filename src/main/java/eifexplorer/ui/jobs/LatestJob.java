package eifexplorer.ui.jobs;

import eifexplorer.job.Job;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question that keeps changing.
 *
 * <p>A newer question cancels the one before, and what an older one still brings is never shown. Until the new answer is
 * there the old one stays; a failure takes its place.
 *
 * @param <T> the answer; null while there is none
 */
public final class LatestJob<T> {
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<T> value = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Failure> failure = new ReadOnlyObjectWrapper<>();
  private Runnable again = () -> {};
  private @Nullable JobHandle<?> running;
  private int question;

  /** Nothing asked yet. */
  public LatestJob(FxJobs jobs) {
    this.jobs = jobs;
  }

  /** The answer on the screen; null if there is none. */
  public ReadOnlyObjectProperty<T> valueProperty() {
    return value.getReadOnlyProperty();
  }

  /** True while a question is open: the answer is that of the one before. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why there is no answer; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Asks. */
  public void ask(String title, Lane lane, Job<T> job) {
    ask(outcome -> jobs.start(title, lane, job, outcome));
  }

  /** Asks for what the program does for itself: neither the status bar nor the drawer shows it unless it fails. */
  public void askQuietly(String title, Lane lane, Job<T> job) {
    ask(outcome -> jobs.startQuietly(title, lane, job, outcome));
  }

  private void ask(Function<Outcome<T>, JobHandle<?>> start) {
    again = () -> ask(start);
    cancel();
    int mine = ++question;
    busy.set(true);
    failure.set(null);
    JobHandle<?> handle =
        start.apply(
            new Outcome<>(
                answer -> end(mine, answer, null),
                trouble -> end(mine, null, trouble),
                () -> end(mine, null, new Failure(Texts.of("Cancelled."), ""))));
    if (mine == question && busy.get()) {
      running = handle;
    }
  }

  /** Asks the last question again, unless it was answered. */
  public void retry() {
    again.run();
  }

  /** Forgets question and answer. */
  public void clear() {
    cancel();
    question++;
    again = () -> {};
    failure.set(null);
    value.set(null);
    busy.set(false);
  }

  private void cancel() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  private void end(int of, @Nullable T answer, @Nullable Failure trouble) {
    if (of != question) {
      return;
    }
    running = null;
    if (trouble == null) {
      // A question may hold a whole session, which may be closed before the next one is asked.
      again = () -> {};
    }
    failure.set(trouble);
    value.set(answer);
    busy.set(false);
  }
}
