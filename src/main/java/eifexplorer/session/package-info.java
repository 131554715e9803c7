/**
 * An opened data set with a model, and what can be asked of it: start at {@link eifexplorer.session.ExplorerSession}.
 *
 * <p>{@link eifexplorer.session.SessionOpener} opens one; {@link eifexplorer.session.ImageInsights} says what a model makes
 * of single images, {@link eifexplorer.session.PairSurveyor} explains every confused pair, {@link
 * eifexplorer.session.ImagePlaces} says where in an image the model finds what it embeds, {@link
 * eifexplorer.session.Queries} makes the questions an estimator is asked. What was computed for a workspace is kept in it
 * under a fingerprint of weights, labels, settings and question.
 */
@NullMarked
package eifexplorer.session;

import org.jspecify.annotations.NullMarked;
