package eifexplorer.ui.review;

import eifexplorer.job.Job;
import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What changes the review, one step after the other: a step is made when the one before is on the disk and on the screen,
 * so that a key pressed meanwhile can be held against the image shown at its turn. When a step fails those that wait are dropped.
 */
final class WriteLine {
  private final FxJobs jobs;
  private final Consumer<Failure> failed;
  private final Deque<Step> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * A step.
   *
   * @param title of its job
   * @param lane where it runs
   * @param work gives, at its turn, the job that makes it, whose result is then run on the JavaFX thread; empty if there is
   *     nothing to do any more
   */
  record Step(String title, Lane lane, Supplier<Optional<Job<Runnable>>> work) {}

  WriteLine(FxJobs jobs, Consumer<Failure> failed) {
    this.jobs = jobs;
    this.failed = failed;
  }

  /** Makes a step that writes a line or so, as soon as those before are made. */
  void add(String title, Supplier<Optional<Job<Runnable>>> work) {
    add(new Step(title, Lane.IO, work));
  }

  /** Makes a step as soon as those before are made. */
  void add(Step step) {
    waiting.add(step);
    next();
  }

  /** Whether nothing is being made. */
  boolean isIdle() {
    return !busy;
  }

  /** Drops what waits. */
  void clear() {
    waiting.clear();
  }

  private void next() {
    while (!busy && !waiting.isEmpty()) {
      Step step = waiting.poll();
      step.work().get().ifPresent(job -> start(step, job));
    }
  }

  private void start(Step step, Job<Runnable> job) {
    busy = true;
    jobs.startQuietly(
        step.title(),
        step.lane(),
        job,
        new Outcome<>(
            made -> {
              busy = false;
              made.run();
              next();
            },
            this::stop,
            () -> stop(null)));
  }

  private void stop(@Nullable Failure failure) {
    busy = false;
    waiting.clear();
    if (failure != null) {
      failed.accept(failure);
    }
  }
}
