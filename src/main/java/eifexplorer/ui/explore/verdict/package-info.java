/**
 * The sentence above the strips: start at {@link eifexplorer.ui.explore.verdict.VerdictViewModel}, which decides what stands
 * there.
 *
 * <p>A {@link eifexplorer.ui.explore.verdict.Verdict} is what was found about the pair itself, or else whose the harm is and
 * what leaving the harmful images out does. That is tried in the background once a pair stays open a moment ({@link
 * eifexplorer.retrain.LeavingOut}); scores, and whatever else a person asks for, go first.
 */
@NullMarked
package eifexplorer.ui.explore.verdict;

import org.jspecify.annotations.NullMarked;
