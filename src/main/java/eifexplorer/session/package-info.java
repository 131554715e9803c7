/**
 * What the window and the command line share: start at {@link eifexplorer.session.ExplorerSession}, an opened data set
 * with a model and its confused pairs.
 *
 * <p>{@link eifexplorer.session.Explorer} opens, trains, explains; {@link eifexplorer.session.ImageInsights} says what a
 * model makes of single images, {@link eifexplorer.session.PairSurveyor} explains every confused pair.
 *
 * <p>The last of the feature packages: it puts them together and is used by {@code cli}, {@code ui} and {@code app} only.
 * It was added to the design so that neither shell holds logic of its own.
 */
package eifexplorer.session;
