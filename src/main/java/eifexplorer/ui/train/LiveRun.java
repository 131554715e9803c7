package eifexplorer.ui.train;

import eifexplorer.job.JobHandle;
import eifexplorer.run.RunObserver;
import eifexplorer.run.RunSummary;
import eifexplorer.training.BatchReport;
import eifexplorer.training.EpochReport;
import eifexplorer.training.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/**
 * A run of this program start: written by the thread that trains, read by the window. It keeps a bounded number of batch
 * losses, however long the run.
 */
public final class LiveRun implements RunObserver {
  private static final int MOST_POINTS = 1000;
  private static final double SMOOTHING = 0.9;

  private final Path workspace;
  private final TrainingPlan plan;
  private final List<double[]> losses = new ArrayList<>();
  private final List<EpochReport> epochs = new ArrayList<>();
  private @Nullable RunSummary begun;
  private int every = 1;
  private int seen;
  private double smooth = Double.NaN;
  private @Nullable BatchReport last;
  private long version;
  private @Nullable JobHandle<?> job;

  /** A run of a workspace that waits for its turn. */
  public LiveRun(Path workspace, TrainingPlan plan) {
    this.workspace = workspace;
    this.plan = plan;
  }

  /** A run that goes on: it is known by its id from the beginning, and its curves with it. */
  static LiveRun goingOn(Path workspace, RunRow row) {
    LiveRun run = new LiveRun(workspace, row.plan());
    run.begun = row.summary().orElseThrow();
    run.epochs.addAll(row.newestEpochs());
    row.live().ifPresent(run::takeLosses);
    return run;
  }

  private void takeLosses(LiveRun from) {
    from.losses().forEach(point -> losses.add(new double[] {point.getX(), point.getY()}));
    every = from.every();
    smooth = losses.isEmpty() ? Double.NaN : losses.get(losses.size() - 1)[1];
  }

  private synchronized int every() {
    return every;
  }

  /** Folder of the workspace its model goes to. */
  public Path workspace() {
    return workspace;
  }

  /** What is trained. */
  public TrainingPlan plan() {
    return plan;
  }

  synchronized void runBy(JobHandle<?> handle) {
    job = handle;
  }

  /** The job; empty before it was handed over. */
  public synchronized Optional<JobHandle<?>> job() {
    return Optional.ofNullable(job);
  }

  /** Where it stands. */
  public synchronized RunRow.State state() {
    if (job == null) {
      return RunRow.State.QUEUED;
    }
    return switch (job.state()) {
      case QUEUED -> RunRow.State.QUEUED;
      case RUNNING ->
          switch (job.wish()) {
            case NONE -> RunRow.State.RUNNING;
            case PAUSE -> RunRow.State.PAUSING;
            case CANCEL -> RunRow.State.CANCELLING;
          };
      case DONE -> RunRow.State.DONE;
      case PAUSED -> RunRow.State.PAUSED;
      case CANCELLED -> RunRow.State.CANCELLED;
      case FAILED -> RunRow.State.FAILED;
    };
  }

  /** The run's id; empty before it has begun. */
  public synchronized String id() {
    return begun == null ? "" : begun.id();
  }

  /** The run as it began or was before it goes on; empty before. */
  public synchronized Optional<RunSummary> begun() {
    return Optional.ofNullable(begun);
  }

  /** Goes up with every report. */
  public synchronized long version() {
    return version;
  }

  /** The batch that ended last; empty before the first. */
  public synchronized Optional<BatchReport> lastBatch() {
    return Optional.ofNullable(last);
  }

  /** Smoothed batch losses over epochs, the first epoch from 0 to 1. */
  public synchronized List<Point2D> losses() {
    return losses.stream().map(point -> new Point2D(point[0], point[1])).toList();
  }

  /** Reports of the epochs that are over. */
  public synchronized List<EpochReport> epochs() {
    return List.copyOf(epochs);
  }

  @Override
  public synchronized void started(RunSummary run) {
    begun = run;
    epochs.clear();
    epochs.addAll(run.epochs());
    if (losses.isEmpty()) {
      run.epochs().forEach(over -> losses.add(new double[] {over.epoch(), over.loss()}));
    }
    version++;
  }

  @Override
  public synchronized void batchDone(BatchReport report) {
    double at = report.epoch() - 1 + (double) report.batch() / report.batches();
    if (last == null) {
      losses.removeIf(point -> point[0] >= at);
    }
    last = report;
    smooth =
        Double.isNaN(smooth) ? report.loss() : SMOOTHING * smooth + (1 - SMOOTHING) * report.loss();
    if (seen++ % every == 0) {
      losses.add(new double[] {at, smooth});
      thin();
    }
    version++;
  }

  /** Every other point goes when there are too many. */
  private void thin() {
    if (losses.size() > MOST_POINTS) {
      for (int i = losses.size() - 2; i > 0; i -= 2) {
        losses.remove(i);
      }
      every *= 2;
    }
  }

  @Override
  public synchronized void epochDone(EpochReport report) {
    epochs.add(report);
    version++;
  }
}
