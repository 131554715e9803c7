package eifexplorer.job;

import eifexplorer.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** State, progress and log of a job: status for the outside, context for the inside. */
final class JobTrack implements JobStatus, JobContext {
  private static final Logger LOG = LoggerFactory.getLogger(JobTrack.class);

  private static final int LOG_LINES = 5_000;

  private final String title;
  private final Lane lane;
  private final JobKind kind;
  private final Gate gate;
  private final Deque<String> log = new ArrayDeque<>();
  private volatile Progress progress = Progress.NONE;
  private volatile JobState state = JobState.QUEUED;
  private volatile StopWish wish = StopWish.NONE;
  private volatile @Nullable Throwable failure;
  private volatile long countingSince;
  private volatile boolean waitsAtGate;

  /** Told of a wish to stop before the job began; nothing once it has begun or will never. */
  private Runnable whenDropped;

  JobTrack(String title, Lane lane, JobKind kind, Gate gate, Runnable whenDropped) {
    this.title = title;
    this.lane = lane;
    this.kind = kind;
    this.gate = gate;
    this.whenDropped = whenDropped;
  }

  /** Notes that the job begins; false if it was cancelled while it waited. */
  synchronized boolean begin() {
    whenDropped = () -> {};
    if (state.ended()) {
      return false;
    }
    countingSince = System.nanoTime();
    state = JobState.RUNNING;
    return true;
  }

  /** Runs the job; what gives way waits meanwhile if the lane is an urgent one. */
  <T> T inItsLane(Job<T> job) throws Exception {
    if (!lane.isUrgent()) {
      return job.run(this);
    }
    gate.enter(title);
    try {
      return job.run(this);
    } finally {
      gate.leave(title);
    }
  }

  @Override
  public void giveWay() {
    checkCancelled();
    if (!lane.givesWay()) {
      return;
    }
    waitsAtGate = true;
    try {
      gate.giveWay(this);
    } finally {
      waitsAtGate = false;
    }
  }

  @Override
  public Optional<String> givesWayTo() {
    return waitsAtGate ? gate.urgentWork() : Optional.empty();
  }

  @Override
  public void await(BooleanSupplier ready) {
    if (!lane.isUrgent()) {
      Gate.poll(ready, this);
      return;
    }
    gate.leave(title);
    try {
      Gate.poll(ready, this);
    } finally {
      gate.enter(title);
    }
  }

  void done() {
    state = JobState.DONE;
  }

  void stopped() {
    boolean paused = wish == StopWish.PAUSE;
    state = paused ? JobState.PAUSED : JobState.CANCELLED;
    log(paused ? "Paused" : "Cancelled");
  }

  void failed(Throwable with) {
    failure = with;
    state = JobState.FAILED;
    log("Failed: " + with.getMessage());
    if (with instanceof ProblemException) {
      LOG.info("{} failed: {}", title, with.getMessage());
    } else {
      LOG.info("{} failed", title, with);
    }
  }

  @Override
  public void cancel() {
    stop(StopWish.CANCEL);
  }

  @Override
  public void pause() {
    stop(StopWish.PAUSE);
  }

  @Override
  public StopWish wish() {
    return wish;
  }

  private void stop(StopWish wanted) {
    Runnable dropped;
    synchronized (this) {
      if (wish != StopWish.CANCEL) {
        wish = wanted;
      }
      if (state != JobState.QUEUED) {
        return;
      }
      stopped();
      dropped = whenDropped;
      whenDropped = () -> {};
    }
    dropped.run();
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
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  @Override
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void progress(long done, long total, String unit) {
    Progress before = progress;
    if (done == 0 || !before.unit().equals(unit)) {
      countingSince = System.nanoTime();
    }
    progress = new Progress(done, total, unit, Duration.ofNanos(System.nanoTime() - countingSince));
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
    return wish != StopWish.NONE;
  }

  @Override
  public boolean givenUp() {
    return wish == StopWish.CANCEL;
  }
}
