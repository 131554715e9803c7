package eifexplorer.ui.review;

import eifexplorer.review.QueueOrder;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.SuspectRanking;
import eifexplorer.review.journal.Decisions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the review stands after a step, taken by the step's job so that the screen waits for no lock.
 *
 * @param ranking in the queue's order
 * @param mixed the ranking with spot checks
 * @param images the training images listed; empty if the list is as it was
 * @param decisions that hold
 * @param canUndo whether the annotator can undo
 * @param canRedo whether the annotator can redo
 * @param open how many training images the annotator did not decide about, listed or not
 * @param goTo the image to turn to; empty for none that is open
 */
record Standing(
    SuspectRanking ranking,
    QueueOrder mixed,
    Optional<List<Integer>> images,
    Decisions decisions,
    boolean canUndo,
    boolean canRedo,
    int open,
    OptionalInt goTo) {
  /** After a decision, with the list as it was. */
  static Standing of(ReviewDesk desk, ReviewQueue queue, String annotator, OptionalInt goTo) {
    return new Standing(
        queue.ranking(),
        queue.order(),
        Optional.empty(),
        desk.decisions(),
        desk.journal().toUndo(annotator).isPresent(),
        desk.journal().toRedo(annotator).isPresent(),
        queue.ranking().size() - queue.decided(),
        goTo);
  }

  /** With the list as it is now. */
  static Standing listed(ReviewDesk desk, ReviewQueue queue, String annotator, OptionalInt goTo) {
    Standing same = of(desk, queue, annotator, goTo);
    return new Standing(
        same.ranking(),
        same.mixed(),
        Optional.of(queue.images()),
        same.decisions(),
        same.canUndo(),
        same.canRedo(),
        same.open(),
        goTo);
  }
}
