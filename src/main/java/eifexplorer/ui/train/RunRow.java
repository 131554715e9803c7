package eifexplorer.ui.train;

import eifexplorer.job.JobHandle;
import eifexplorer.run.RunSummary;
import eifexplorer.training.EpochReport;
import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run as it is listed.
 *
 * @param id names it among the rows: its own id, with its workspace if that is another; a placeholder while it waits
 * @param state where it stands
 * @param message why it failed; empty if it did not
 * @param plan what decides it
 * @param epochs reports so far
 * @param live what it reports now; empty for runs of earlier program starts
 * @param summary what is known of it; empty while it waits
 * @param elsewhere the workspace its model goes to, if it is not the open one
 */
public record RunRow(
    String id,
    State state,
    String message,
    TrainingPlan plan,
    List<EpochReport> epochs,
    Optional<LiveRun> live,
    Optional<RunSummary> summary,
    Optional<Path> elsewhere) {
  /** Where a run stands, in the words of the table. */
  public enum State {
    /** It waits for its turn. */
    QUEUED(Texts.of("queued")),
    /** Somebody trains it. */
    RUNNING(Texts.of("running")),
    /** It is to be paused at its next step. */
    PAUSING(Texts.of("pausing")),
    /** It is to be given up at its next step. */
    CANCELLING(Texts.of("cancelling")),
    /** It was paused, or the program ended; it can go on. */
    PAUSED(Texts.of("paused")),
    /** It was given up; it can go on. */
    CANCELLED(Texts.of("cancelled")),
    /** Its model is there. */
    DONE(Texts.of("done")),
    /** Something went wrong; it can go on once that is mended. */
    FAILED(Texts.of("failed"));

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** For people. */
    public String word() {
      return word;
    }

    /** Whether nothing more will happen by itself. */
    public boolean ended() {
      return this == PAUSED || this == CANCELLED || this == DONE || this == FAILED;
    }
  }

  /** A run that is kept in the workspace. What is at it now knows best; afterwards the workspace does. */
  static RunRow of(RunSummary run, Optional<LiveRun> live) {
    State kept =
        switch (run.state()) {
          case RUNNING -> State.RUNNING;
          case FINISHED -> State.DONE;
          case INTERRUPTED -> State.PAUSED;
          case CANCELLED -> State.CANCELLED;
          case FAILED -> State.FAILED;
        };
    State state = live.map(LiveRun::state).filter(now -> !now.ended()).orElse(kept);
    return new RunRow(
        run.id(),
        state,
        state.ended() ? run.message() : "",
        run.plan(),
        run.epochs(),
        live,
        Optional.of(run),
        Optional.empty());
  }

  /** A run of another workspace, as far as this program start knows it. */
  static RunRow elsewhere(LiveRun live) {
    RunSummary run = live.begun().orElseThrow();
    String message = live.job().flatMap(JobHandle::failure).map(Throwable::getMessage).orElse("");
    return new RunRow(
        live.workspace().getFileName() + "/" + run.id(),
        live.state(),
        message,
        run.plan(),
        live.epochs(),
        Optional.of(live),
        Optional.of(run),
        Optional.of(live.workspace()));
  }

  /** A run that has no files yet: it waits, or what it learns from is being prepared. */
  static RunRow notBegun(LiveRun live, int place) {
    return new RunRow(
        "waiting-" + place,
        live.state(),
        "",
        live.plan(),
        List.of(),
        Optional.of(live),
        Optional.empty(),
        Optional.empty());
  }

  /** The name of its folder; empty while it waits. */
  public String runId() {
    return summary.map(RunSummary::id).orElse("");
  }

  /** What it is trained on, in few words: {@code own}, {@code revision 2}, with the labels made wrong. */
  public String labelsText() {
    return summary
        .map(
            run ->
                (run.labels() == 0 ? Texts.of("own") : Texts.of("revision {0}", run.labels()))
                    + run.dataset().map(RunRow::noise).orElse(""))
        .orElse("–");
  }

  private static String noise(DatasetReference dataset) {
    return dataset.noiseFraction() == 0
        ? ""
        : Texts.of(
            ", {0} {1} wrong",
            Texts.percent(dataset.noiseFraction()).replace(".0 ", " "),
            dataset.noiseModel().replaceFirst(":.*", ""));
  }

  /** Whether it can go on. */
  public boolean canResume() {
    return state == State.PAUSED || state == State.CANCELLED || state == State.FAILED;
  }

  /** Whether it can be paused: another program's run can't, and one that has not begun would keep nothing. */
  public boolean canPause() {
    return state == State.RUNNING && live.isPresent() && summary.isPresent();
  }

  /** Whether it can be given up, or taken out of the queue. */
  public boolean canCancel() {
    return live.isPresent() && !state.ended() && state != State.CANCELLING;
  }

  /** Whether it is at work, or still is until its next step. */
  public boolean isAtWork() {
    return !state.ended() && state != State.QUEUED;
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

  /** The same in words: {@code 74.9 %}; a dash if there is none. */
  public String metricText(String name) {
    OptionalDouble value = metric(name);
    return value.isEmpty() ? "–" : Texts.percent(value.getAsDouble());
  }

  /** The mean loss of its newest epoch. */
  public String lossText() {
    List<EpochReport> reports = newestEpochs();
    return reports.isEmpty() ? "–" : Texts.size(reports.get(reports.size() - 1).loss());
  }

  /** Images a second over all epochs. */
  public String speedText() {
    double seconds = seconds();
    long images = newestEpochs().stream().mapToLong(EpochReport::images).sum();
    return seconds == 0 || images == 0 ? "–" : Texts.count(Math.round(images / seconds));
  }

  private double seconds() {
    return newestEpochs().stream().mapToDouble(EpochReport::seconds).sum();
  }

  /** How long its batches took. */
  public String timeText() {
    double seconds = seconds();
    if (seconds == 0) {
      return "–";
    }
    return seconds < 10
        ? Texts.number("%.1f s", seconds)
        : Texts.span(Duration.ofMillis((long) (seconds * 1000)));
  }
}
