/**
 * What the classes of the training images do to all confused pairs together, from the survey that runs in the background:
 * start at {@link eifexplorer.ui.explore.totals.ClassHarmViewModel}; {@link eifexplorer.ui.explore.totals.ClassHarmSheet} shows
 * it over the middle of the Explore screen.
 */
@NullMarked
package eifexplorer.ui.explore.totals;

import org.jspecify.annotations.NullMarked;
