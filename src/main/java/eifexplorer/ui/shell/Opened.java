package eifexplorer.ui.shell;

import eifexplorer.job.Job;
import eifexplorer.job.JobContext;
import eifexplorer.model.RootGoneException;
import eifexplorer.review.ReviewMarks;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.workspace.Workspace;

/** What opening led to. */
sealed interface Opened {
  /** A session with its pairs made ready to be listed and searched, and its marks; all in the background. */
  record Session(
      ExplorerSession session,
      PairIndex pairs,
      ScopePairs scopes,
      ReviewMarks marks,
      SearchIndex search)
      implements Opened {}

  /** A workspace whose data set is not where it was. */
  record WithoutRoot(Workspace workspace) implements Opened {}

  /** Opens and makes ready. */
  static Opened by(Job<ExplorerSession> job, JobContext context) throws Exception {
    try {
      ExplorerSession session = job.run(context);
      PairIndex pairs = PairIndex.of(session);
      return new Session(
          session,
          pairs,
          ScopePairs.of(session.confusions()),
          marks(session),
          SearchIndex.of(session, pairs));
    } catch (RootGoneException e) {
      return new WithoutRoot(e.workspace());
    }
  }

  private static ReviewMarks marks(ExplorerSession session) {
    return session
        .workspace()
        .map(workspace -> ReviewMarks.in(workspace.review()))
        .orElseGet(ReviewMarks::inMemory);
  }
}
