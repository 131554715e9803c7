package eifexplorer.review.revision;

import eifexplorer.workspace.Unreadable;
import java.util.List;

/**
 * The label revisions of a workspace.
 *
 * @param revisions those whose files are understood, from the data set's own labels on
 * @param unreadable the others, by number
 */
public record RevisionListing(List<Revision> revisions, List<Unreadable> unreadable) {
  /** Copies the lists. */
  public RevisionListing {
    revisions = List.copyOf(revisions);
    unreadable = List.copyOf(unreadable);
  }
}
