package eifexplorer.ui.explore.copies;

import eifexplorer.job.JobContext;
import eifexplorer.review.copies.Copies;
import eifexplorer.session.ExplorerSession;

/** Finds the photographs that a session's data set holds more than once; called from jobs. */
@FunctionalInterface
public interface CopySearch {
  /** The copies, kept or found now. */
  Copies find(ExplorerSession session, JobContext context);
}
