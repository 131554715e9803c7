package eifexplorer.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs jobs on their lanes in the background. Closing it waits until all have ended. */
public final class QueuedJobRunner implements JobRunner, AutoCloseable {
  private static final int KEPT = 200;

  /** So long what was given up may take to end before the next goes past it. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** So long what could be passed by may take to end when all ends: a batch of images on the slowest machine. */
  private static final Duration FAREWELL = Duration.ofMinutes(1);

  private final Duration patience;
  private final Duration farewell;
  private final Map<Lane, ExecutorService> lanes = new EnumMap<>(Lane.class);
  private final List<JobStatus> jobs = new ArrayList<>();
  private final Gate gate = new Gate();

  /** What begins when nothing is held back any more, oldest first; its own lock. */
  private final List<TrackedJob<?>> held = new ArrayList<>();

  private boolean holdsBack;

  /** A runner with {@code computeThreads} for plain kernels and as many for experiments, at least two of each. */
  public QueuedJobRunner(int computeThreads) {
    this(computeThreads, PATIENCE, FAREWELL);
  }

  /** The same with other times to wait for what hangs. */
  QueuedJobRunner(int computeThreads, Duration patience, Duration farewell) {
    this.patience = patience;
    this.farewell = farewell;
    for (Lane lane : Lane.values()) {
      NamedThreads named = new NamedThreads(lane.name().toLowerCase(Locale.ROOT));
      lanes.put(
          lane,
          switch (lane) {
            case ENGINE -> new PassingThread(named);
            case NETWORK, HEAD, DRAWING, BACKGROUND -> Executors.newFixedThreadPool(1, named);
            // A long one must not hold up the next, on a single thread either.
            case COMPUTE, EXPERIMENT ->
                Executors.newFixedThreadPool(Math.max(2, computeThreads), named);
            case IO -> Executors.newFixedThreadPool(2, named);
            case QUESTION -> Executors.newCachedThreadPool(named);
          });
    }
  }

  @Override
  public <T> JobHandle<T> submit(String title, Lane lane, JobKind kind, Job<T> job) {
    TrackedJob<T> tracked = new TrackedJob<>(title, lane, kind, job, gate, this::givenUp);
    synchronized (jobs) {
      jobs.add(tracked.status());
      forgetOldest();
    }
    synchronized (held) {
      if (holdsBack && lane.isBehindPictures()) {
        held.add(tracked);
      } else {
        start(tracked);
      }
    }
    return tracked;
  }

  private void start(TrackedJob<?> job) {
    try {
      Objects.requireNonNull(lanes.get(job.lane())).execute(job::execute);
    } catch (RejectedExecutionException e) {
      // The program is ending.
      job.cancel();
    }
  }

  private void givenUp(TrackedJob<?> job) {
    if (lanes.get(job.lane()) instanceof PassingThread lane) {
      CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> lane.pass(job));
    }
  }

  /**
   * Leaves the processors to the pictures that are about to be seen: the kernels that are handed over from now on, to {@link
   * Lane#COMPUTE}, {@link Lane#QUESTION}, {@link Lane#EXPERIMENT} and {@link Lane#BACKGROUND}, begin at {@link #goOn}.
   */
  public void holdBack() {
    synchronized (held) {
      holdsBack = true;
    }
  }

  /** Begins what was held back, in the order in which it was handed over. */
  public void goOn() {
    synchronized (held) {
      holdsBack = false;
      held.forEach(this::start);
      held.clear();
    }
  }

  /** Keeps the list short; what has not ended stays in it. */
  private void forgetOldest() {
    Iterator<JobStatus> oldest = jobs.iterator();
    while (jobs.size() > KEPT && oldest.hasNext()) {
      if (oldest.next().state().ended()) {
        oldest.remove();
      }
    }
  }

  @Override
  public void forgetEnded() {
    synchronized (jobs) {
      jobs.removeIf(job -> job.state().ended());
    }
  }

  @Override
  public List<JobStatus> jobs() {
    synchronized (jobs) {
      return List.copyOf(jobs);
    }
  }

  /**
   * Pauses the work, lets the housekeeping end, since what was said must not be lost, and waits for both: the tensor runtime
   * must not be torn down under a computation, nor a file be left half-written. Only an opening that hangs, as where a network
   * drive does not answer, is left after a minute.
   */
  @Override
  public void close() {
    jobs().stream().filter(job -> job.kind() == JobKind.WORK).forEach(JobStatus::pause);
    goOn();
    lanes.values().forEach(ExecutorService::shutdown);
    boolean interrupted = false;
    for (ExecutorService lane : lanes.values()) {
      long until = System.nanoTime() + farewell.toNanos();
      while (!lane.isTerminated()
          && !(lane instanceof PassingThread && System.nanoTime() - until >= 0)) {
        try {
          lane.awaitTermination(farewell.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
