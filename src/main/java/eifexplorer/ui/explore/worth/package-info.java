/**
 * What the scores on the screen are worth: how well the estimator predicts retraining, as measured on the open model. Start at
 * {@link eifexplorer.ui.explore.worth.WorthViewModel}; {@link eifexplorer.ui.explore.worth.WorthChip} says it in a few words
 * beside the estimator, {@link eifexplorer.ui.explore.worth.WorthSheet} at length, with the button that measures.
 */
@NullMarked
package eifexplorer.ui.explore.worth;

import org.jspecify.annotations.NullMarked;
