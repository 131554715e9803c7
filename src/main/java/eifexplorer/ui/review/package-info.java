/**
 * The Review screen: from suspect labels to a corrected data set. Start at {@link eifexplorer.ui.review.ReviewViewModel}
 * for what it does and {@link eifexplorer.ui.review.ReviewView} for how it looks.
 *
 * <p>A session's review ({@link eifexplorer.ui.review.OpenReview}) is opened by a job when the screen is first looked at,
 * and closed with the session; {@link eifexplorer.ui.review.ReviewRequests} keeps what other screens ask until it is open. Every change of it is a step of one {@link eifexplorer.ui.review.WriteLine}: made in a job,
 * on the disk before the screen moves on, and carried out on what is shown at its turn. The job ({@link
 * eifexplorer.ui.review.QueueSteps}) hands out where the review stands ({@link eifexplorer.ui.review.Standing}), from which
 * rows and the image are drawn ({@link eifexplorer.ui.review.QueueLook}), so that the screen never waits for the journal's
 * lock. What takes longer ({@link eifexplorer.ui.review.Summary}: estimate, diff, agreement) follows in the background.
 *
 * <p>{@link eifexplorer.ui.review.QueueViewModel} is the queue of one annotator; with another name it is another queue over
 * the same journal, which shows nobody else's decisions. What is said of its images goes through {@link
 * eifexplorer.ui.review.QueueDecisions}: about an image that was painted, once. {@link
 * eifexplorer.ui.review.ExemplarsViewModel} puts the image beside typical ones, {@link eifexplorer.ui.review.BatchViewModel}
 * decides about several images, {@link eifexplorer.ui.review.AcceptViewModel} accepts the most certain labels, {@link
 * eifexplorer.ui.review.DisputesViewModel} settles one image at a time, {@link eifexplorer.ui.review.StagedViewModel} commits, {@link eifexplorer.ui.review.TransferViewModel} writes and
 * reads files, {@link eifexplorer.ui.review.CompareViewModel} closes the loop.
 */
@NullMarked
package eifexplorer.ui.review;

import org.jspecify.annotations.NullMarked;
