/**
 * What people say about images and pairs. Flags and looked-at pairs: {@link eifexplorer.review.ReviewMarks}. Correcting
 * labels: start at {@link eifexplorer.review.ReviewQueue}.
 *
 * <p>{@link eifexplorer.review.NeighbourVote} asks an image's neighbours what its label is.
 *
 * <p>All of it is kept in a workspace's {@code review} folder, in files that only ever grow by a line ({@link
 * eifexplorer.workspace.JsonLines}) or are written once, so that nothing said is lost when the program is killed.
 *
 * <p>How a screen uses it, everything from jobs:
 *
 * <ol>
 *   <li>{@code session.ReviewService.suspects} gives {@link eifexplorer.review.suspect.SuspectInputs}; {@link
 *       eifexplorer.review.suspect.SuspectDetectors#run} the scores. The quick order needs two detectors and a second or
 *       so; {@link eifexplorer.review.suspect.DefaultOrder} tells which is the default one, which like the others can come
 *       later, in a new {@link eifexplorer.review.SuspectRanking}.
 *   <li>{@code session.ReviewService.open} opens the {@link eifexplorer.review.ReviewDesk}, which holds the lock; close it with
 *       the session.
 *   <li>{@link eifexplorer.review.ReviewQueue}: rows with their two strongest reasons, {@code decide} and the next row,
 *       {@code undo}, {@code redo}, {@code estimate} of what is left. One queue for each annotator; it shows nobody
 *       else's decisions. Every tenth image is a spot check ({@link eifexplorer.review.QueueOrder}), without which the
 *       estimate would know nothing of images that no detector suspects; {@code precision} says how often each detector
 *       was right here, {@code betterOrder} which one would have found more.
 *   <li>{@link eifexplorer.review.suspect.RelabelSuggestions}: the classes for the keys 1 to 5 with their probabilities;
 *       {@link eifexplorer.review.suspect.TypicalImages} the images below each.
 *   <li>{@link eifexplorer.review.ReviewDesk#staging} for the bar of staged changes and the diff, {@code commit}, {@code
 *       checkout}; {@link eifexplorer.review.journal.Agreement} and {@code Decisions.conflicts} for a second annotator.
 *   <li>After a commit or checkout the session still has the labels it was opened with: {@link
 *       eifexplorer.review.revision.Revision#staleness} against {@code dataset.corrections().revision()} says so; open it
 *       again for the new ones, or let {@code session.ReviewService.retrain} train a head on them and compare.
 * </ol>
 */
@NullMarked
package eifexplorer.review;

import org.jspecify.annotations.NullMarked;
