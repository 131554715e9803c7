/**
 * Losses, plans and training: start at {@link eifexplorer.training.MetricLoss} for what is minimised.
 *
 * <p>Losses are closed forms in plain Java with per-sample values and gradients; whoever trains a network feeds the
 * gradient at the embeddings back into it, so that there is one implementation of each loss.
 */
package eifexplorer.training;
