/**
 * What a model becomes when its training images change.
 *
 * <p>What if: start at {@link eifexplorer.retrain.ReweightTrials}, which tries out, in less than a second for a few thousand
 * images, what the model would be with training images counted more or less, left out or relabelled ({@link
 * eifexplorer.retrain.ReweightRequest}), one {@link eifexplorer.retrain.ReweightOutcome} a seed with the pairs' distances
 * and recall@1 before and after. Nothing is changed until {@link eifexplorer.retrain.ReweightTrials#keepReweighted} makes a
 * model of it.
 *
 * <p>Try without: {@link eifexplorer.retrain.LeaveOutTrials} trains the last layer from the start without some images, and
 * without as many at random; {@link eifexplorer.retrain.LeaveOutOutcome} says what that does to recall@1, MAP@R, the confused
 * pairs' distances and the test images that are fixed or broken, and whether it is told from {@link
 * eifexplorer.retrain.Chance}.
 *
 * <p>Corrected labels: {@link eifexplorer.retrain.HeadRetraining} trains heads on cached features with the labels of two
 * revisions, {@link eifexplorer.retrain.NetworkRetraining} the whole network again; both give a {@link
 * eifexplorer.retrain.HeadComparison}.
 */
@NullMarked
package eifexplorer.retrain;

import org.jspecify.annotations.NullMarked;
