package eifexplorer.ui.jobs;

import eifexplorer.job.JobKind;
import eifexplorer.job.JobRunner;
import eifexplorer.job.JobState;
import eifexplorer.job.JobStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The runner's jobs as of the last {@link #sample}, which the window calls twenty times a second.
 *
 * <p>Work is listed once it has been around for a second, or has failed: explaining a pair takes a few milliseconds, and
 * would only make the status bar flicker and the drawer long. Housekeeping is listed only if it fails.
 */
public final class JobsViewModel {
  private static final long WORTH_LISTING = Duration.ofSeconds(1).toNanos();

  private final JobRunner runner;
  private final LongSupplier nanoTime;
  private final IdentityHashMap<JobStatus, Long> firstSeen = new IdentityHashMap<>();
  private final IdentityHashMap<JobStatus, JobViewModel> listed = new IdentityHashMap<>();
  private final ObservableList<JobViewModel> jobs = FXCollections.observableArrayList();
  private final ObservableList<JobViewModel> view = FXCollections.unmodifiableObservableList(jobs);
  private final ReadOnlyObjectWrapper<JobViewModel> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<JobViewModel> failed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper queued = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<JobViewModel> selected = new SimpleObjectProperty<>();

  /**
   * A model of what the runner does.
   *
   * @param nanoTime a clock, such as {@code System::nanoTime}
   */
  public JobsViewModel(JobRunner runner, LongSupplier nanoTime) {
    this.runner = runner;
    this.nanoTime = nanoTime;
  }

  /** The listed jobs, newest first. */
  public ObservableList<JobViewModel> jobs() {
    return view;
  }

  /** The job for the status bar: the one that has been running longest; null if none is. */
  public ReadOnlyObjectProperty<JobViewModel> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The last job that failed and was not acknowledged; null if there is none. */
  public ReadOnlyObjectProperty<JobViewModel> failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** How many listed jobs wait for their turn. */
  public ReadOnlyIntegerProperty queuedProperty() {
    return queued.getReadOnlyProperty();
  }

  /** The job whose log is shown; null for none. */
  public ObjectProperty<JobViewModel> selectedProperty() {
    return selected;
  }

  /** Takes the failed job from the status bar; it stays in the list. */
  public void acknowledgeFailure() {
    failed.set(null);
  }

  /** Takes the jobs that have ended from the list. */
  public void clearEnded() {
    runner.forgetEnded();
    if (failed.get() != null) {
      failed.set(null);
    }
    if (selected.get() != null && selected.get().stateProperty().get().ended()) {
      selected.set(null);
    }
    sample();
  }

  /** Asks the job of the status bar to stop. */
  public void cancelRunning() {
    if (running.get() != null) {
      running.get().cancel();
    }
  }

  /** Brings everything up to date. */
  public void sample() {
    List<JobStatus> all = runner.jobs();
    all.forEach(this::list);
    forget(all);
    jobs.forEach(this::sample);
    if (selected.get() != null) {
      selected.get().sampleLog();
    }
    running.set(longestRunning());
    queued.set((int) jobs.stream().filter(j -> j.stateProperty().get() == JobState.QUEUED).count());
  }

  private void list(JobStatus handle) {
    if (listed.containsKey(handle)) {
      return;
    }
    long now = nanoTime.getAsLong();
    long since = firstSeen.computeIfAbsent(handle, h -> now);
    JobState state = handle.state();
    boolean lasting =
        handle.kind() == JobKind.WORK && !state.ended() && now - since >= WORTH_LISTING;
    if (lasting || state == JobState.FAILED) {
      JobViewModel job = new JobViewModel(handle);
      listed.put(handle, job);
      jobs.add(0, job);
      if (state == JobState.FAILED) {
        failed.set(job);
      }
    }
  }

  /** Drops what the runner no longer knows. */
  private void forget(List<JobStatus> all) {
    if (firstSeen.size() == all.size()) {
      return;
    }
    Set<JobStatus> known = new HashSet<>(all);
    firstSeen.keySet().retainAll(known);
    listed.keySet().retainAll(known);
    jobs.removeIf(job -> !known.contains(job.handle()));
  }

  private void sample(JobViewModel job) {
    boolean hadFailed = job.stateProperty().get() == JobState.FAILED;
    job.sample();
    if (!hadFailed && job.stateProperty().get() == JobState.FAILED) {
      failed.set(job);
    }
  }

  private @Nullable JobViewModel longestRunning() {
    @Nullable JobViewModel first = null;
    for (JobViewModel job : jobs) {
      if (job.stateProperty().get() == JobState.RUNNING) {
        first = job;
      }
    }
    return first;
  }
}
