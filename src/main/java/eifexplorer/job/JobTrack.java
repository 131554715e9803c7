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

  /** Told of the first wish to cancel what runs; nothing once it has ended: that would keep its result. */
  private Runnable whenGivenUp;

  /** Whether others give way to the job now; with this object's lock, as is the next. */
  private boolean goesFirst;

  private boolean passedBy;

  JobTrack(
      String title,
      Lane lane,
      JobKind kind,
      Gate gate,
      Runnable whenDropped,
      Runnable whenGivenUp) {
    this.title = title;
    this.lane = lane;
    this.kind = kind;
    this.gate = gate;
    this.whenDropped = whenDropped;
    this.whenGivenUp = whenGivenUp;
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
    goFirst(lane.isUrgent());
    try {
      return job.run(this);
    } finally {
      goFirst(false);
      over();
    }
  }

  private synchronized void over() {
    whenGivenUp = () -> {};
  }

  private synchronized void goFirst(boolean now) {
    if (now && !goesFirst && !passedBy) {
      gate.enter(title);
      goesFirst = true;
    } else if (!now && goesFirst) {
      gate.leave(title);
      goesFirst = false;
    }
  }

  /** Nothing waits for the job any more; false if it has ended. */
  synchronized boolean passBy() {
    passedBy = state == JobState.RUNNING;
    if (passedBy) {
      goFirst(false);
    }
    return passedBy;
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
    goFirst(false);
    try {
      Gate.poll(ready, this);
    } finally {
      goFirst(lane.isUrgent());
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
    Runnable told;
    synchronized (this) {
      if (wish != StopWish.CANCEL) {
        wish = wanted;
      }
      told = state == JobState.QUEUED ? toldOfDrop() : toldOfGivingUp();
    }
    told.run();
  }

  private Runnable toldOfDrop() {
    stopped();
    Runnable told = whenDropped;
    whenDropped = () -> {};
    return told;
  }

  private Runnable toldOfGivingUp() {
    if (state != JobState.RUNNING || wish != StopWish.CANCEL) {
      return () -> {};
    }
    Runnable told = whenGivenUp;
    whenGivenUp = () -> {};
    return told;
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
