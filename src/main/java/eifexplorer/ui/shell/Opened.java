package eifexplorer.ui.shell;

import eifexplorer.job.Job;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.RootGoneException;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.workspace.Workspace;

/** What opening led to. */
sealed interface Opened {
  /** A session with its pairs made ready to be listed and searched; all in the background. */
  record Session(ExplorerSession session, PairIndex pairs, SearchIndex search) implements Opened {}

  /** A workspace whose data set is not where it was. */
  record WithoutRoot(Workspace workspace) implements Opened {}

  /** Opens and makes ready. */
  static Opened by(Job<ExplorerSession> job, JobContext context) throws Exception {
    try {
      ExplorerSession session = job.run(context);
      PairIndex pairs = PairIndex.of(session);
      return new Session(session, pairs, SearchIndex.of(session, pairs));
    } catch (RootGoneException e) {
      return new WithoutRoot(e.workspace());
    }
  }
}
