package eifexplorer.ui.testing;

import eifexplorer.job.Job;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobHandle;
import eifexplorer.job.JobKind;
import eifexplorer.job.JobRunner;
import eifexplorer.job.JobState;
import eifexplorer.job.JobStatus;
import eifexplorer.job.Lane;
import eifexplorer.job.Progress;
import eifexplorer.job.StopWish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps jobs until the test runs them, in the order it likes. */
public final class HeldJobRunner implements JobRunner {
  private final List<HeldJob<?>> jobs = new ArrayList<>();

  @Override
  public <T> JobHandle<T> submit(String title, Lane lane, JobKind kind, Job<T> job) {
    HeldJob<T> held = new HeldJob<>(title, lane, kind, job);
    jobs.add(held);
    return held;
  }

  @Override
  public void forgetEnded() {
    jobs.removeIf(job -> job.state().ended());
  }

  @Override
  public List<JobStatus> jobs() {
    return List.copyOf(jobs);
  }

  /** The job submitted as number {@code index}, from 0. */
  public HeldJob<?> job(int index) {
    return jobs.get(index);
  }

  /** How many jobs were submitted. */
  public int count() {
    return jobs.size();
  }

  /** A job whose state the test sets. */
  public static final class HeldJob<T> implements JobHandle<T>, JobContext {
    private final String title;
    private final Lane lane;
    private final JobKind kind;
    private final Job<T> job;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final List<String> log = new ArrayList<>();
    private JobState state = JobState.QUEUED;
    private Progress progress = Progress.NONE;
    private StopWish wish = StopWish.NONE;
    private Throwable failure;
    private String first;

    HeldJob(String title, Lane lane, JobKind kind, Job<T> job) {
      this.title = title;
      this.lane = lane;
      this.kind = kind;
      this.job = job;
    }

    /** Says that the job runs, without running it. */
    public void begin() {
      state = JobState.RUNNING;
    }

    /** Says that the job lets another go first. */
    public void giveWayTo(String title) {
      first = title;
    }

    @Override
    public Optional<String> givesWayTo() {
      return Optional.ofNullable(first);
    }

    /** Runs the job, even if it was asked to stop: as one that does not notice. */
    public void finish() {
      try {
        T value = job.run(this);
        state = JobState.DONE;
        result.complete(value);
      } catch (JobCancelledException e) {
        state = wish == StopWish.PAUSE ? JobState.PAUSED : JobState.CANCELLED;
        result.completeExceptionally(e);
      } catch (Exception e) {
        fail(e);
      }
    }

    /** Ends the job with a failure. */
    public void fail(Throwable with) {
      failure = with;
      state = JobState.FAILED;
      result.completeExceptionally(with);
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public Lane lane() {
      return lane;
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
      return progress;
    }

    @Override
    public List<String> log() {
      return List.copyOf(log);
    }

    @Override
    public void cancel() {
      wish = StopWish.CANCEL;
    }

    @Override
    public void pause() {
      wish = StopWish.PAUSE;
    }

    @Override
    public StopWish wish() {
      return wish;
    }

    @Override
    public boolean givenUp() {
      return wish == StopWish.CANCEL;
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
      progress = new Progress(done, total, unit, Duration.ofSeconds(10));
    }

    @Override
    public void log(String line) {
      log.add(line);
    }

    @Override
    public boolean cancelled() {
      return wish != StopWish.NONE;
    }
  }
}
