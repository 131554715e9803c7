package eifexplorer.ui.train;

import eifexplorer.session.RunSummary;
import eifexplorer.training.EpochReport;
import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.kit.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run as it is listed.
 *
 * @param id names it and its model; a placeholder while it waits
 * @param state where it stands
 * @param message why it failed; empty if it did not
 * @param plan what decides it
 * @param epochs reports so far
 * @param live what it reports now; empty for runs of earlier program starts
 */
public record RunRow(
    String id,
    State state,
    String message,
    TrainingPlan plan,
    List<EpochReport> epochs,
    Optional<LiveRun> live) {
  /** Where a run stands, in the words of the table. */
  public enum State {
    QUEUED("queued"),
    RUNNING("running"),
    PAUSED("paused"),
    DONE("done"),
    STOPPED("stopped");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** For people. */
    public String word() {
      return word;
    }
  }

  /** A run that is kept in the workspace. */
  static RunRow of(RunSummary run, Optional<LiveRun> live) {
    State state =
        switch (run.state()) {
          case RUNNING -> State.RUNNING;
          case FINISHED -> State.DONE;
          case INTERRUPTED -> State.PAUSED;
          case FAILED -> State.STOPPED;
        };
    return new RunRow(run.id(), state, run.message(), run.plan(), run.epochs(), live);
  }

  /** A run that has not begun. */
  static RunRow queued(LiveRun live, int place) {
    return new RunRow(
        "waiting-" + place, State.QUEUED, "", live.plan(), List.of(), Optional.of(live));
  }

  /** Whether it can go on. */
  public boolean canResume() {
    return state == State.PAUSED || state == State.STOPPED;
  }

  /** Its epochs now: those reported live, if there are any. */
  List<EpochReport> newestEpochs() {
    return live.map(LiveRun::epochs).filter(reports -> !reports.isEmpty()).orElse(epochs);
  }

  /** How far it is: {@code 14 / 20}. */
  public String epochText() {
    int over = newestEpochs().size();
    return (over == 0 ? "–" : String.valueOf(over)) + " / " + plan.totalEpochs();
  }

  /** The newest value of a metric; empty if it was never measured. */
  public OptionalDouble metric(String name) {
    List<EpochReport> reports = newestEpochs();
    for (int i = reports.size() - 1; i >= 0; i--) {
      Double value = reports.get(i).metrics().get(name);
      if (value != null) {
        return OptionalDouble.of(value);
      }
    }
    return OptionalDouble.empty();
  }

  /** The same in words: {@code .749}; a dash if there is none. */
  public String metricText(String name) {
    OptionalDouble value = metric(name);
    return value.isEmpty()
        ? "–"
        : String.format(Locale.ENGLISH, "%.3f", value.getAsDouble()).replaceFirst("^0", "");
  }

  /** How long its batches took. */
  public String timeText() {
    double seconds = newestEpochs().stream().mapToDouble(EpochReport::seconds).sum();
    if (seconds == 0) {
      return "–";
    }
    return seconds < 10
        ? String.format(Locale.ENGLISH, "%.1f s", seconds)
        : Texts.span(Duration.ofMillis((long) (seconds * 1000)));
  }
}
