/**
 * What classes and single training images do to all confused pairs together, from the survey that runs in the background:
 * start at {@link eifexplorer.ui.explore.totals.CulpritsViewModel}; {@link eifexplorer.ui.explore.totals.CulpritRanking}
 * makes what is listed of the survey added up, {@link eifexplorer.ui.explore.totals.CulpritsSheet} shows it over the middle of
 * the Explore screen. {@link eifexplorer.ui.explore.totals.TryWithoutViewModel} tries the model without some of them.
 */
@NullMarked
package eifexplorer.ui.explore.totals;

import org.jspecify.annotations.NullMarked;
