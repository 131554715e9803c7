package eifexplorer.experiment;

import eifexplorer.workspace.Unreadable;
import java.util.List;

/**
 * The experiments of a workspace.
 *
 * @param experiments those whose files are understood, the newest first
 * @param unreadable the others, by fingerprint
 */
public record ExperimentListing(List<StoredExperiment> experiments, List<Unreadable> unreadable) {
  /** Copies the lists. */
  public ExperimentListing {
    experiments = List.copyOf(experiments);
    unreadable = List.copyOf(unreadable);
  }
}
