package eifexplorer.ui.jobs;

import eifexplorer.job.JobState;
import eifexplorer.job.JobStatus;
import eifexplorer.job.Progress;
import eifexplorer.job.StopWish;
import eifexplorer.problem.PlainText;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One job as last sampled. */
public final class JobViewModel {
  private final JobStatus handle;
  private final ReadOnlyObjectWrapper<JobState> state;
  private final ReadOnlyObjectWrapper<Progress> progress;
  private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper firstGoes = new ReadOnlyStringWrapper("");
  private final ObservableList<String> log = FXCollections.observableArrayList();
  private final ObservableList<String> logView = FXCollections.unmodifiableObservableList(log);

  JobViewModel(JobStatus handle) {
    this.handle = handle;
    this.state = new ReadOnlyObjectWrapper<>(handle.state());
    this.progress = new ReadOnlyObjectWrapper<>(handle.progress());
  }

  /** What the job does. */
  public String title() {
    return Texts.said(PlainText.of(handle.title()));
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<JobState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** True from the wish to stop until the job has noticed. */
  public ReadOnlyBooleanProperty stoppingProperty() {
    return stopping.getReadOnlyProperty();
  }

  /** What the job lets go first, in words: {@code lets Opening b go first}; empty if it does not wait so. */
  public ReadOnlyStringProperty givingWayProperty() {
    return firstGoes.getReadOnlyProperty();
  }

  /** The log as of the last {@link #sampleLog}. */
  public ObservableList<String> log() {
    return logView;
  }

  /** How much, how fast and how long still. */
  public String progressText() {
    return stopping.get()
        ? Texts.of("{0} after this step", runningText())
        : firstGoes.get().isEmpty() ? ProgressText.full(progress.get()) : firstGoes.get();
  }

  /** Where it stands, in a word. */
  public String stateText() {
    return switch (state.get()) {
      case QUEUED -> Texts.of("queued");
      case RUNNING -> runningText();
      case DONE -> Texts.of("done");
      case FAILED -> Texts.of("failed");
      case CANCELLED -> Texts.of("cancelled");
      case PAUSED -> Texts.of("paused");
    };
  }

  private String runningText() {
    return switch (handle.wish()) {
      case NONE -> Texts.of("running");
      case PAUSE -> Texts.of("pausing");
      case CANCEL -> Texts.of("cancelling");
    };
  }

  /** What went wrong, in words; empty unless the job failed. */
  public String message() {
    return handle.failure().map(thrown -> Failure.of(thrown).message()).orElse("");
  }

  /** Everything that helps to find out what went wrong: title, state, failure, log. */
  public String details() {
    StringBuilder text = new StringBuilder(title()).append(": ").append(stateText()).append('\n');
    handle.failure().map(Failure::of).ifPresent(f -> text.append(f.details()).append('\n'));
    handle.log().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** Asks the job to stop. */
  public void cancel() {
    if (!handle.state().ended()) {
      handle.cancel();
      stopping.set(true);
    }
  }

  JobStatus handle() {
    return handle;
  }

  void sample() {
    progress.set(handle.progress());
    JobState now = handle.state();
    stopping.set(!now.ended() && handle.wish() != StopWish.NONE);
    firstGoes.set(
        handle.givesWayTo().map(first -> Texts.of("lets {0} go first", first)).orElse(""));
    state.set(now);
  }

  /** Takes over the lines added since the last time. */
  void sampleLog() {
    List<String> lines = handle.log();
    boolean grown = lines.size() > log.size() && lines.subList(0, log.size()).equals(log);
    if (grown) {
      log.addAll(lines.subList(log.size(), lines.size()));
    } else if (!lines.equals(log)) {
      log.setAll(lines);
    }
  }
}
