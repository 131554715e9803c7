package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Job;
import eifexplorer.job.JobHandle;
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
 * so that a key pressed meanwhile can be held against the image shown at its turn.
 *
 * <p>When a step fails, what somebody said after it is dropped, since it was meant for what the step would have shown. What
 * the program adds for itself neither drops nor is dropped.
 */
final class WriteLine {
  private final FxJobs jobs;
  private final Consumer<Failure> failed;
  private final Deque<Step> waiting = new ArrayDeque<>();
  private @Nullable Turn turn;

  /**
   * A step.
   *
   * @param said whether somebody asked for it
   * @param work gives, at its turn, the job that makes it, whose result is then run on the JavaFX thread; empty if there is
   *     nothing to do any more
   */
  private record Step(String title, boolean said, Supplier<Optional<Job<Runnable>>> work) {}

  WriteLine(FxJobs jobs, Consumer<Failure> failed) {
    this.jobs = jobs;
    this.failed = failed;
  }

  /** Makes a step that somebody asked for, as soon as those before are made. */
  void add(String title, Supplier<Optional<Job<Runnable>>> work) {
    add(new Step(title, true, work));
  }

  /** Makes a step that the program needs for itself, as soon as those before are made. */
  void addOwn(String title, Supplier<Optional<Job<Runnable>>> work) {
    add(new Step(title, false, work));
  }

  private void add(Step step) {
    waiting.add(step);
    next();
  }

  /** Whether nothing is being made. */
  boolean isIdle() {
    return turn == null;
  }

  /** Makes all that somebody asked for before it returns, so that none of it is lost, and drops the rest. */
  void finish() {
    while (turn != null && (turn.step.said() || waiting.stream().anyMatch(Step::said))) {
      turn.await();
    }
    turn = null;
    waiting.clear();
  }

  private void next() {
    while (turn == null && !waiting.isEmpty()) {
      Step step = waiting.poll();
      step.work().get().ifPresent(job -> new Turn(step).start(job));
    }
  }

  /** A step that is being made. */
  private final class Turn {
    private final Step step;
    private final Outcome<Runnable> outcome;
    private @Nullable JobHandle<Runnable> handle;

    Turn(Step step) {
      this.step = step;
      outcome = new Outcome<>(this::made, this::stop, () -> stop(null));
    }

    void start(Job<Runnable> job) {
      turn = this;
      handle = jobs.startQuietly(step.title(), Lane.IO, job, outcome);
    }

    void await() {
      FxJobs.await(requireNonNull(handle), outcome);
    }

    private void made(Runnable show) {
      if (turn == this) {
        turn = null;
        show.run();
        next();
      }
    }

    private void stop(@Nullable Failure failure) {
      if (turn != this) {
        return;
      }
      turn = null;
      if (step.said()) {
        waiting.removeIf(Step::said);
      }
      if (failure != null) {
        failed.accept(failure);
      }
      next();
    }
  }
}
