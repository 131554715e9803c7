package eifexplorer.ui.jobs;

import eifexplorer.job.JobKind;
import eifexplorer.job.JobRunner;
import eifexplorer.job.JobState;
import eifexplorer.job.JobStatus;
import eifexplorer.job.Progress;
import eifexplorer.ui.kit.Texts;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper present = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper unseenFailures = new ReadOnlyIntegerWrapper();
  private long failedAt;
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

  /** The last job that failed; null if there is none, it was acknowledged, or something else was begun since. */
  public ReadOnlyObjectProperty<JobViewModel> failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** What else runs and what waits for its turn, in few words; empty if nothing listed does. */
  public ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** All that runs and waits, a line each, as a tooltip says it; empty if nothing listed does. */
  public ReadOnlyStringProperty presentProperty() {
    return present.getReadOnlyProperty();
  }

  /** How many jobs have failed since that was last acknowledged. */
  public ReadOnlyIntegerProperty unseenFailuresProperty() {
    return unseenFailures.getReadOnlyProperty();
  }

  /** What a job waits for, in words: {@code Opening the model waits for Training b, 3 min left}; empty if it does not wait. */
  public String waitingText(JobStatus job) {
    if (job.state() != JobState.QUEUED) {
      return "";
    }
    return ahead(job)
        .map(
            first ->
                Texts.of(
                    "{0} waits for {1}{2}", job.title(), first.title(), left(first.progress())))
        .orElse(Texts.of("{0} waits for its turn", job.title()));
  }

  private static String left(Progress progress) {
    String left = ProgressText.left(progress);
    return left.isEmpty() ? "" : ", " + left;
  }

  /** What has to end before a job that waits can begin; empty if that can't be told. */
  private Optional<JobStatus> ahead(JobStatus job) {
    return runner.jobs().stream()
        .filter(other -> job.lane().isOneAtATime() && other.lane() == job.lane())
        .filter(other -> other.state() == JobState.RUNNING)
        .findFirst();
  }

  /** The job whose log is shown; null for none. */
  public ObjectProperty<JobViewModel> selectedProperty() {
    return selected;
  }

  /** Shows the log of the job that failed last. */
  public void selectNewestFailure() {
    jobs.stream()
        .filter(job -> job.stateProperty().get() == JobState.FAILED)
        .findFirst()
        .ifPresent(selected::set);
  }

  /** Takes what failed from the status bar; it stays in the list. */
  public void acknowledgeFailure() {
    failed.set(null);
    unseenFailures.set(0);
  }

  /** Takes the jobs that have ended from the list. */
  public void clearEnded() {
    runner.forgetEnded();
    acknowledgeFailure();
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
    waiting.set(
        Stream.of(othersRunning(), queued())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")));
    present.set(
        Stream.concat(in(JobState.RUNNING).stream(), in(JobState.QUEUED).stream())
            .map(JobsViewModel::inPresent)
            .collect(Collectors.joining("\n")));
  }

  private static String inPresent(JobViewModel job) {
    boolean runs = job.stateProperty().get() == JobState.RUNNING;
    return job.title()
        + (runs ? Texts.of(" runs{0}", left(job.handle().progress())) : Texts.of(" waits"));
  }

  /** Those running beside the one in the status bar, one of which may be what was asked for last. */
  private String othersRunning() {
    List<JobViewModel> others =
        in(JobState.RUNNING).stream().filter(job -> job != running.get()).toList();
    return switch (others.size()) {
      case 0 -> "";
      case 1 -> Texts.of("{0} runs too", others.get(0).title());
      default -> Texts.of("{0} more run", Texts.count(others.size()));
    };
  }

  private String queued() {
    List<JobViewModel> queued = in(JobState.QUEUED);
    return switch (queued.size()) {
      case 0 -> "";
      case 1 -> Texts.of("{0} waits", queued.get(0).title());
      default -> Texts.of("{0} wait", Texts.count(queued.size()));
    };
  }

  private List<JobViewModel> in(JobState state) {
    return jobs.stream().filter(job -> job.stateProperty().get() == state).toList();
  }

  /** What failed is not the newest any more once something that was begun later runs, or is done. */
  private void passOver(JobStatus handle, long since) {
    boolean later = failed.get() != null && since > failedAt && handle.kind() == JobKind.WORK;
    if (later && (handle.state() == JobState.RUNNING || handle.state() == JobState.DONE)) {
      failed.set(null);
    }
  }

  private void fail(JobViewModel job) {
    failed.set(job);
    failedAt = nanoTime.getAsLong();
    unseenFailures.set(unseenFailures.get() + 1);
  }

  private void list(JobStatus handle) {
    long now = nanoTime.getAsLong();
    long since = firstSeen.computeIfAbsent(handle, h -> now);
    passOver(handle, since);
    if (listed.containsKey(handle)) {
      return;
    }
    JobState state = handle.state();
    boolean lasting =
        handle.kind() == JobKind.WORK && !state.ended() && now - since >= WORTH_LISTING;
    if (lasting || state == JobState.FAILED) {
      JobViewModel job = new JobViewModel(handle);
      listed.put(handle, job);
      jobs.add(0, job);
      if (state == JobState.FAILED) {
        fail(job);
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
      fail(job);
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
