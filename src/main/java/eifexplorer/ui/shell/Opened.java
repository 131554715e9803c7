package eifexplorer.ui.shell;

import eifexplorer.job.Job;
import eifexplorer.job.JobContext;
import eifexplorer.model.NoModelException;
import eifexplorer.model.RootGoneException;
import eifexplorer.review.ReviewMarks;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionOpener;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.screen.Screen;
import java.nio.file.Path;
import java.util.List;

/** What opening led to. */
sealed interface Opened {
  /**
   * A session with its marks and what its screens made ready; all in the background.
   *
   * @param screens shows it on each screen
   */
  record Session(ExplorerSession session, ReviewMarks marks, List<Runnable> screens)
      implements Opened {}

  /** A workspace that has no model yet. */
  record WithoutModel(UntrainedWorkspace workspace) implements Opened {}

  /** A workspace whose data set is not where it was. */
  record WithoutRoot(RootGoneException trouble) implements Opened {}

  /** What was open last is not there any more. */
  record WorkspaceGone(Path folder) implements Opened {}

  /** Opens and makes ready; a workspace without a model is opened by {@code opener}. */
  static Opened by(
      Job<ExplorerSession> job, SessionOpener opener, List<Screen> screens, JobContext context)
      throws Exception {
    try {
      return by(job, screens, context);
    } catch (NoModelException e) {
      try {
        return new WithoutModel(opener.openUntrained(e.workspace().folder(), context));
      } catch (RootGoneException gone) {
        return new WithoutRoot(gone);
      }
    }
  }

  private static Opened by(Job<ExplorerSession> job, List<Screen> screens, JobContext context)
      throws Exception {
    try {
      ExplorerSession session = job.run(context);
      return new Session(
          session,
          marks(session),
          screens.stream().map(screen -> screen.prepare(session)).toList());
    } catch (RootGoneException e) {
      return new WithoutRoot(e);
    }
  }

  private static ReviewMarks marks(ExplorerSession session) {
    return session
        .workspace()
        .map(workspace -> ReviewMarks.in(workspace.review()))
        .orElseGet(ReviewMarks::inMemory);
  }
}
