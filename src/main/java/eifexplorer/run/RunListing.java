package eifexplorer.run;

import eifexplorer.workspace.Unreadable;
import java.util.List;

/**
 * The training runs of a workspace.
 *
 * @param runs those whose files are understood, oldest first
 * @param unreadable the others, by name
 */
public record RunListing(List<RunSummary> runs, List<Unreadable> unreadable) {
  /** Copies the lists. */
  public RunListing {
    runs = List.copyOf(runs);
    unreadable = List.copyOf(unreadable);
  }
}
