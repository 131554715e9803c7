/**
 * Embeddings laid out in the plane: start at {@link eifexplorer.projection.Projector}.
 *
 * <p>{@link eifexplorer.projection.ProjectionPoints} are the training and test rows of one model, which are laid out together:
 * a map fitted on the training rows alone puts unseen classes anywhere. {@link eifexplorer.projection.ProjectionOptions} say
 * how, a {@link eifexplorer.projection.Layout} is what comes out, {@link eifexplorer.projection.LayoutStore} keeps it in a
 * workspace, {@link eifexplorer.projection.MapQuality} says how far it can be believed, {@link
 * eifexplorer.projection.LayoutMovement} how far points moved from one to another, {@link
 * eifexplorer.projection.PlaneTree} finds points at a place.
 *
 * <p>UMAP is written here rather than taken from a library, since those found are deterministic on one thread only, can't be
 * stopped and gone on with, and search neighbours that are known here exactly. Each vertex moves in its turn against the
 * others as they were when its round began, with random numbers made from seed, epoch and vertex: the result is the same on
 * any number of threads, and the same again where it goes on from a kept epoch.
 */
@NullMarked
package eifexplorer.projection;

import org.jspecify.annotations.NullMarked;
