package eifexplorer.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** A job with its state, progress and log: handle for the outside, context for the inside. */
final class TrackedJob<T> implements JobHandle<T>, JobContext {
  private static final int LOG_LINES = 5_000;

  private final String title;
  private final JobKind kind;
  private final Job<T> job;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.NONE);
  private final Deque<String> log = new ArrayDeque<>();
  private volatile JobState state = JobState.QUEUED;
  private volatile boolean cancelRequested;
  private volatile Throwable failure;
  private volatile long countingSince;

  TrackedJob(String title, JobKind kind, Job<T> job) {
    this.title = title;
    this.kind = kind;
    this.job = job;
  }

  /** Runs the job on the calling thread, unless it was cancelled while it waited. */
  void execute() {
    synchronized (this) {
      if (state.ended()) {
        return;
      }
      state = JobState.RUNNING;
    }
    countingSince = System.nanoTime();
    try {
      T value = job.run(this);
      state = JobState.DONE;
      result.complete(value);
    } catch (JobCancelledException e) {
      endCancelled(e);
    } catch (Throwable e) {
      failure = e;
      state = JobState.FAILED;
      log("Failed: " + e.getMessage());
      result.completeExceptionally(e);
    }
  }

  private void endCancelled(JobCancelledException e) {
    state = JobState.CANCELLED;
    log("Cancelled");
    result.completeExceptionally(e);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public JobKind kind() {
    return kind;
  }

  @Override
  public JobState state() {
    return state;
  }

  @Override
  public Progress progress() {
    return progress.get();
  }

  @Override
  public List<String> log() {
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  @Override
  public void cancel() {
    cancelRequested = true;
    synchronized (this) {
      if (state != JobState.QUEUED) {
        return;
      }
      state = JobState.CANCELLED;
    }
    endCancelled(new JobCancelledException());
  }

  @Override
  public CompletableFuture<T> result() {
    return result;
  }

  @Override
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void progress(long done, long total, String unit) {
    Progress before = progress.get();
    if (done == 0 || !before.unit().equals(unit)) {
      countingSince = System.nanoTime();
    }
    progress.set(
        new Progress(done, total, unit, Duration.ofNanos(System.nanoTime() - countingSince)));
  }

  @Override
  public void log(String line) {
    synchronized (log) {
      if (log.size() == LOG_LINES) {
        log.removeFirst();
      }
      log.addLast(line);
    }
  }

  @Override
  public boolean cancelled() {
    return cancelRequested;
  }
}
