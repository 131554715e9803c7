/**
 * Two estimators on the same pair, side by side: start at {@link eifexplorer.ui.explore.compare.CompareViewModel}. The one
 * that explains in the strips is held against another; {@link eifexplorer.ui.explore.compare.CompareSheet} shows the
 * strongest of both, which of them they have in common, and all scores in one plot.
 */
@NullMarked
package eifexplorer.ui.explore.compare;

import org.jspecify.annotations.NullMarked;
