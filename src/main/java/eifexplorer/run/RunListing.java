package eifexplorer.run;

import java.util.List;

/**
 * The training runs of a workspace.
 *
 * @param runs those whose files are understood, oldest first
 * @param unreadable the others, by name
 */
public record RunListing(List<RunSummary> runs, List<Unreadable> unreadable) {
  /**
   * A run whose files are damaged, or of a version of the program that this one doesn't know.
   *
   * @param id name of its folder
   * @param why a sentence
   */
  public record Unreadable(String id, String why) {}

  /** Copies the lists. */
  public RunListing {
    runs = List.copyOf(runs);
    unreadable = List.copyOf(unreadable);
  }
}
