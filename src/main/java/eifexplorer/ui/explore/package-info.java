/**
 * The Explore screen: start at {@link eifexplorer.ui.explore.ExploreViewModel} for what it does and {@link
 * eifexplorer.ui.explore.ExploreView} for how it looks.
 *
 * <p>To the left what is confused ({@link eifexplorer.ui.explore.confusions}), in the middle the chosen pair ({@link
 * eifexplorer.ui.explore.inspector}) over two strips of the training images that harm and help it ({@link
 * eifexplorer.ui.explore.strips}) with a verdict above them ({@link eifexplorer.ui.explore.verdict}),
 * all of which a card hands on ({@link eifexplorer.ui.explore.card}), to the right the chosen training image ({@link eifexplorer.ui.explore.sample}), and
 * over the middle, one at a time ({@link eifexplorer.ui.explore.SheetsViewModel}), what would become of the pair if training images were changed ({@link eifexplorer.ui.explore.whatif}), or what another estimator says ({@link eifexplorer.ui.explore.compare}), or which
 * classes harm all pairs most ({@link eifexplorer.ui.explore.totals}), or what another model makes of the same test images
 * ({@link eifexplorer.ui.explore.diff}). What the search of the top bar finds here is
 * {@link eifexplorer.ui.explore.search}'s; what is handed to other screens goes through {@link
 * eifexplorer.ui.explore.OtherScreens}. None of these packages knows this one; each uses only those before it.
 */
@NullMarked
package eifexplorer.ui.explore;

import org.jspecify.annotations.NullMarked;
