/**
 * Losses, plans and training: start at {@link eifexplorer.training.MetricLoss} for what is minimised, at {@link
 * eifexplorer.training.TrainingPlan} for what decides a run, at {@link eifexplorer.training.HeadTrainer} for a run.
 *
 * <p>A run is a {@code TrainingLoop} over a {@code Learner}: a head on cached features or a whole network on images. All
 * that its next step depends on is in a {@link eifexplorer.training.Checkpoint}, so that a run may stop after any step and go
 * on as if it had not.
 *
 * <p>Losses are closed forms in plain Java with per-sample values and gradients; whoever trains a network feeds the
 * gradient at the embeddings back into it, so that there is one implementation of each loss. They are computed in double
 * precision, because influence is a small difference of losses; weights, features and steps are floats. A new loss is a
 * subclass of {@code CrossEntropyLoss} (or {@code CosineLoss}) with a record of its numbers, which is registered in {@link
 * eifexplorer.training.LossSpec}.
 */
@NullMarked
package eifexplorer.training;

import org.jspecify.annotations.NullMarked;
