/**
 * Which training samples keep confused test samples close: start at {@link eifexplorer.influence.InfluenceEstimator}; they
 * are registered in {@link eifexplorer.influence.InfluenceEstimators}.
 *
 * <p>One sign convention for every estimator: <b>positive = harmful</b> (keeps the pair close), <b>negative =
 * helpful</b>. Influence needs features, the last layer, proxies and labels, never a live model, and never changes one.
 * {@link eifexplorer.influence.EifEstimator} (id {@code eif}, the default) moves the last layer in the few directions the
 * query's samples span: one pass over the training features a query. {@link
 * eifexplorer.influence.DirectEifEstimator} (id {@code eif-direct}) moves all of it step by step and embeds every training
 * sample anew: slow, plain, and what the faster form is tested against.
 */
package eifexplorer.influence;
