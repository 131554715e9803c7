/**
 * The left column of the Explore screen, what is confused with what: start at {@link
 * eifexplorer.ui.explore.confusions.ConfusionsViewModel} for what it does and {@link
 * eifexplorer.ui.explore.confusions.ConfusionsPane} for how it looks.
 *
 * <p>It has three forms: pairs ({@link eifexplorer.ui.explore.confusions.PairListViewModel}), class pairs and classes ({@link
 * eifexplorer.ui.explore.confusions.RowListViewModel}); class pairs also as a matrix ({@link
 * eifexplorer.ui.explore.confusions.MatrixViewModel}). All are made from a {@link
 * eifexplorer.ui.explore.confusions.PairIndex}, which is sorted in every order beforehand, so that another order or filter of
 * twenty thousand pairs is one pass over a list. The three follow each other: what is chosen in one is shown in the middle,
 * and chosen in the others.
 *
 * <p>Two images that are each other's nearest neighbour make two pairs, one for each wrong image; the list shows one of them
 * ({@link eifexplorer.ui.explore.confusions.ListedPairs} says which, {@link eifexplorer.ui.explore.confusions.PairCount} which
 * number is which). {@link eifexplorer.ui.explore.confusions.PairKnowledge} has what is known of a pair besides what it is.
 * Several pairs are dealt with together through {@link eifexplorer.ui.explore.confusions.PairPicks}.
 *
 * <p>Differences from the design: one search field above the three forms; the cards leave room for the scroll bar; class names
 * stand one above the other, since two columns of 90 points cut most of them; the matrix opens over the rest of the screen, and is
 * drawn on a canvas, since 200 classes have more cells than a scene bears nodes; its colour is a role of its own, which means
 * neither harmful nor helpful; the filter lies in the window and is no window of its own.
 */
@NullMarked
package eifexplorer.ui.explore.confusions;

import org.jspecify.annotations.NullMarked;
