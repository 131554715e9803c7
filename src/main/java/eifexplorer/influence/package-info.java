/**
 * Which training samples keep confused test samples close: start at {@link eifexplorer.influence.InfluenceEstimator}; they
 * are registered in {@link eifexplorer.influence.InfluenceEstimators}.
 *
 * <p>One sign convention for every estimator: <b>positive = harmful</b> (keeps the pair close), <b>negative =
 * helpful</b>. Influence needs features, the last layer, proxies and labels, never a live model, and never changes one.
 *
 * <p>{@link eifexplorer.influence.EifEstimator} (id {@code eif}, the default) moves the last layer in the few directions the
 * query's samples span. {@link eifexplorer.influence.SharedProjections} holds what its queries share and makes the pass over
 * the training samples: in float32, with {@link eifexplorer.math.SampleBlock.LossBlock} taking care that small changes of a
 * loss are never differences of large numbers, and {@link eifexplorer.influence.ExactChanges} doing in double precision the
 * few samples that need it. {@link eifexplorer.influence.DirectEifEstimator} (id {@code eif-direct}) moves all of the layer
 * step by step and embeds every training sample anew: slow, plain, and what the faster form is tested against.
 *
 * <p>Estimators are cheap: what they compute of the training samples belongs to {@link
 * eifexplorer.influence.TrainingPasses}, of which there is one a model whatever the settings, and which keeps what fits its
 * {@link eifexplorer.job.HeapShare}s and computes the rest again. Other last layers on the same samples, such as those of a run's epochs, share its
 * {@link eifexplorer.influence.FeatureBlocks} and have a {@link eifexplorer.influence.LastLayer} each.
 *
 * <p>{@link eifexplorer.influence.HessianEstimator} is the classical influence function, with the Hessian's inverse as the
 * authors estimate it ({@code if}, {@link eifexplorer.influence.StochasticInverse}) or solved for ({@code if-exact}, {@link
 * eifexplorer.influence.ConjugateInverse}), over the samples' logits where these are fewer than the weights; {@link eifexplorer.influence.GradientDotEstimator} the
 * first-order form, summed over a run's epochs by {@link eifexplorer.influence.TracInEstimator}; {@link
 * eifexplorer.influence.TrakEstimator} the kernel form that predicts retraining best; {@link eifexplorer.influence.RepresenterEstimator} what samples contribute to the pair's cosines; {@link
 * eifexplorer.influence.SelfInfluenceEstimator} which the model had to learn by heart. {@link eifexplorer.influence.PairSurvey} is what the influences on all pairs add up to.
 */
@NullMarked
package eifexplorer.influence;

import org.jspecify.annotations.NullMarked;
