/**
 * The left column of the Explore screen, what is confused with what: start at {@link
 * eifexplorer.ui.explore.confusions.PairListViewModel}.
 */
package eifexplorer.ui.explore.confusions;
