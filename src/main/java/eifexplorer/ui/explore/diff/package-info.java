/**
 * Another model on the same test images: start at {@link eifexplorer.ui.explore.diff.DiffViewModel}. While a comparison is on,
 * cards say what became of their pair ({@link eifexplorer.ui.explore.confusions.ComparedPairs}), a held key shows the open
 * pair with the other model ({@link eifexplorer.ui.explore.inspector.PeekViewModel}), and {@link
 * eifexplorer.ui.explore.diff.DiffSheet} has the sums, the changed images and all distances in one plot.
 */
@NullMarked
package eifexplorer.ui.explore.diff;

import org.jspecify.annotations.NullMarked;
