/**
 * Which training samples keep confused test samples close: start at {@link eifexplorer.influence.InfluenceEstimator}.
 *
 * <p>One sign convention for every estimator: <b>positive = harmful</b> (keeps the pair close), <b>negative =
 * helpful</b>. Influence needs features, the last layer, proxies and labels, never a live model, and never changes one.
 */
package eifexplorer.influence;
