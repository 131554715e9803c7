/**
 * What people say about images and pairs: start at {@link eifexplorer.review.ReviewMarks}.
 *
 * <p>{@link eifexplorer.review.NeighbourVote} asks an image's neighbours what its label is.
 *
 * <p>Marks are kept in a workspace's {@code review} folder, in files that only ever grow by a line ({@link
 * eifexplorer.workspace.JsonLines}), so that nothing said is lost when the program is killed.
 */
package eifexplorer.review;
