package eifexplorer.ui.shell;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;

/** A session with its pairs made ready to be listed; both in the background. */
record OpenedSession(ExplorerSession session, PairIndex pairs) {
  static OpenedSession of(ExplorerSession session) {
    return new OpenedSession(session, PairIndex.of(session));
  }
}
