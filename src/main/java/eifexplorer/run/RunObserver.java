package eifexplorer.run;

import eifexplorer.training.BatchReport;
import eifexplorer.training.EpochReport;

/**
 * Watches a training run; called on the thread that trains, so hand things on and return at once. How far the run is and
 * when it will end is in the job's progress, counted in batches.
 */
public interface RunObserver {
  /** Sees nothing. */
  RunObserver NONE = new RunObserver() {};

  /** The run is about to train; its epochs are those of before it was interrupted. */
  default void started(RunSummary run) {}

  /** A batch is over. */
  default void batchDone(BatchReport report) {}

  /** An epoch is over. */
  default void epochDone(EpochReport report) {}
}
