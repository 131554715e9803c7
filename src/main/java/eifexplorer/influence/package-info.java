/**
 * Which training samples keep confused test samples close: start at {@link eifexplorer.influence.InfluenceEstimator}; they
 * are registered in {@link eifexplorer.influence.InfluenceEstimators}.
 *
 * <p>One sign convention for every estimator: <b>positive = harmful</b> (keeps the pair close), <b>negative =
 * helpful</b>. Influence needs features, the last layer, proxies and labels, never a live model, and never changes one.
 * {@link eifexplorer.influence.EifEstimator} moves the whole last layer step by step and embeds every training sample anew;
 * faster forms are tested against it.
 */
package eifexplorer.influence;
