package eifexplorer.ui.shell;

import eifexplorer.review.ReviewMarks;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.strips.ScopePairs;

/** A session with its pairs made ready to be listed and its marks; all in the background. */
record OpenedSession(
    ExplorerSession session, PairIndex pairs, ScopePairs scopes, ReviewMarks marks) {
  static OpenedSession of(ExplorerSession session) {
    return new OpenedSession(
        session,
        PairIndex.of(session),
        ScopePairs.of(session.confusions()),
        session
            .workspace()
            .map(workspace -> ReviewMarks.in(workspace.review()))
            .orElseGet(ReviewMarks::inMemory));
  }
}
