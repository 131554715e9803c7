package eifexplorer.job;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A job with its track and its result. It lets go of the job when that ends; only who keeps this keeps the result. */
final class TrackedJob<T> implements JobHandle<T> {
  private final JobTrack track;
  private final CompletableFuture<T> result = new CompletableFuture<>();

  /** Null once the job has ended: what it was asked with may be large. */
  private volatile @Nullable Job<T> job;

  TrackedJob(String title, Lane lane, JobKind kind, Job<T> job) {
    this(title, lane, kind, job, new Gate(), given -> {});
  }

  /**
   * A job among others: by the gate what is urgent goes first.
   *
   * @param whenGivenUp is told when it is cancelled while it runs
   */
  TrackedJob(
      String title,
      Lane lane,
      JobKind kind,
      Job<T> job,
      Gate gate,
      Consumer<TrackedJob<?>> whenGivenUp) {
    this.track =
        new JobTrack(title, lane, kind, gate, this::dropped, () -> whenGivenUp.accept(this));
    this.job = job;
  }

  /** Runs the job on the calling thread, unless it was cancelled while it waited. */
  void execute() {
    if (!track.begin()) {
      return;
    }
    try {
      T value = track.inItsLane(Objects.requireNonNull(job));
      job = null;
      track.done();
      result.complete(value);
    } catch (JobCancelledException e) {
      job = null;
      track.stopped();
      result.completeExceptionally(e);
    } catch (Throwable e) {
      job = null;
      track.failed(e);
      result.completeExceptionally(e);
    }
  }

  /** Nothing waits for it any more; false if it has ended. */
  boolean passBy() {
    return track.passBy();
  }

  private void dropped() {
    job = null;
    result.completeExceptionally(new JobCancelledException());
  }

  @Override
  public CompletableFuture<T> result() {
    return result;
  }

  /** What may be kept of the job when it has ended. */
  JobStatus status() {
    return track;
  }

  @Override
  public String title() {
    return track.title();
  }

  @Override
  public Lane lane() {
    return track.lane();
  }

  @Override
  public JobKind kind() {
    return track.kind();
  }

  @Override
  public JobState state() {
    return track.state();
  }

  @Override
  public Progress progress() {
    return track.progress();
  }

  @Override
  public List<String> log() {
    return track.log();
  }

  @Override
  public void cancel() {
    track.cancel();
  }

  @Override
  public void pause() {
    track.pause();
  }

  @Override
  public Optional<String> givesWayTo() {
    return track.givesWayTo();
  }

  @Override
  public StopWish wish() {
    return track.wish();
  }

  @Override
  public Optional<Throwable> failure() {
    return track.failure();
  }
}
