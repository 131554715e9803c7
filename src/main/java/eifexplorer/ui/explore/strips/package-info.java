/**
 * Which training images harm and help: start at {@link eifexplorer.ui.explore.strips.StripsViewModel}.
 *
 * <p>{@link eifexplorer.ui.explore.strips.InfluenceViewModel} has the scores of a pair, class pair or group, computed by
 * what {@link eifexplorer.ui.explore.strips.EstimatorViewModel} says; each side is a {@link
 * eifexplorer.ui.explore.strips.StripViewModel} of {@link eifexplorer.ui.explore.strips.InfluenceItem}s. What is known of
 * single images comes later and beside it: their likeliest labels ({@link eifexplorer.ui.explore.strips.LabelsViewModel})
 * and in how many pairs they harm ({@link eifexplorer.ui.explore.strips.SurveyViewModel}).
 *
 * <p>{@link eifexplorer.ui.explore.strips.InfluencePane} draws it: two rows of tiles that are turned by page, so that no
 * tile is ever cut, and {@link eifexplorer.ui.explore.strips.TileSheet} with all of one kind.
 */
@NullMarked
package eifexplorer.ui.explore.strips;

import org.jspecify.annotations.NullMarked;
