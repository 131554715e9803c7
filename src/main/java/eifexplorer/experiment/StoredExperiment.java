package eifexplorer.experiment;

import java.util.Optional;

/**
 * An experiment in a workspace, finished or interrupted.
 *
 * @param run what was run on what
 * @param units number of units that are done
 * @param finished ISO-8601 time in UTC; empty if it was interrupted, or is under way
 */
public record StoredExperiment(ExperimentRun run, int units, Optional<String> finished) {
  /** Whether there is a result. */
  public boolean isFinished() {
    return finished.isPresent();
  }
}
