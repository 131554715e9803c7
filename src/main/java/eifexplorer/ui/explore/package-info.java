/**
 * The Explore screen: start at {@link eifexplorer.ui.explore.ExploreViewModel} for what it does and {@link
 * eifexplorer.ui.explore.ExploreView} for how it looks.
 *
 * <p>To the left what is confused ({@link eifexplorer.ui.explore.confusions.ConfusionsViewModel}), in the middle the chosen pair with
 * zoom ({@link eifexplorer.ui.explore.Zoom}) over two strips of the training images that harm and help it ({@link
 * eifexplorer.ui.explore.InfluenceViewModel}, {@link eifexplorer.ui.explore.StripViewModel}), to the right the chosen
 * training image ({@link eifexplorer.ui.explore.SampleViewModel}).
 *
 * <p>Differences from the design: the strips are turned by page instead of opening a list of all, so that no tile is ever
 * cut; "fit" shows each photograph whole, the mock-up shows 1.4×.
 */
package eifexplorer.ui.explore;
