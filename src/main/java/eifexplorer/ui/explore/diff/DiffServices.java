package eifexplorer.ui.explore.diff;

import eifexplorer.session.SessionOpener;
import eifexplorer.session.diff.ModelDiffs;

/**
 * What comparing needs from outside.
 *
 * @param opener opens the other model
 * @param diffs compares
 */
public record DiffServices(SessionOpener opener, ModelDiffs diffs) {}
