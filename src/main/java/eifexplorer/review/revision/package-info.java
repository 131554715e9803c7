/**
 * Corrected labels one can come back to: start at {@link eifexplorer.review.revision.Revisions}.
 *
 * <p>{@code review/revisions/<n>.json} holds a {@link eifexplorer.review.revision.Revision}, written once; revision 0 is
 * the data set's own labels and has no file. {@code review/current.json} names the current one. What was decided since is
 * a {@link eifexplorer.review.revision.Staging}: a diff to be looked at and committed.
 */
@NullMarked
package eifexplorer.review.revision;

import org.jspecify.annotations.NullMarked;
