package eifexplorer.ui.review;

import eifexplorer.dataset.Sample;
import eifexplorer.review.BetterOrder;
import eifexplorer.review.DetectorPrecision;
import eifexplorer.review.QueueEstimate;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.journal.Agreement;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Staging;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the review is, computed in the background after each change.
 *
 * @param decided images the annotator decided about
 * @param wrong of which their label was wrong or they are left out
 * @param secondsEach mean time of a decision; 0 before the first
 * @param estimate how many wrong labels are likely left
 * @param precision how often each detector was right here, by its id
 * @param better an order that would have found more
 * @param size number of training images
 * @param staging what a commit would write
 * @param stale what to say of the session's labels; empty if they are those of the current revision
 * @param history the annotator's entries of the journal, newest first
 * @param agreements of every two annotators who decided about the same images
 */
record Summary(
    int decided,
    int wrong,
    double secondsEach,
    QueueEstimate estimate,
    Map<String, DetectorPrecision> precision,
    Optional<BetterOrder> better,
    int size,
    Staging staging,
    String stale,
    List<JournalEntry> history,
    List<Agreement> agreements) {
  private static final int HISTORY = 200;

  /** Copies the lists. */
  Summary {
    precision = Map.copyOf(precision);
    history = List.copyOf(history);
    agreements = List.copyOf(agreements);
  }

  /** Sums up; takes its time. */
  static Summary of(OpenReview review, ReviewQueue queue, String annotator) {
    ReviewDesk desk = review.desk();
    Decisions decisions = desk.decisions();
    List<JournalEntry> mine = mine(review, decisions, annotator);
    List<JournalEntry> timed = mine.stream().filter(entry -> entry.seconds() > 0).toList();
    return new Summary(
        mine.size(),
        (int) mine.stream().filter(Summary::corrects).count(),
        timed.stream().mapToDouble(JournalEntry::seconds).average().orElse(0),
        queue.estimate(),
        queue.precision(),
        queue.betterOrder(),
        review.session().dataset().train().size(),
        desk.staging(),
        stale(review, desk.current()),
        history(desk, annotator),
        Agreement.all(decisions));
  }

  private static List<JournalEntry> mine(OpenReview review, Decisions decisions, String annotator) {
    return review.session().dataset().train().stream()
        .map(Sample::path)
        .map(decisions.of(annotator)::get)
        .filter(entry -> entry != null)
        .toList();
  }

  private static boolean corrects(JournalEntry entry) {
    return entry.kind().isClaim() && !entry.after().equals(entry.before());
  }

  private static String stale(OpenReview review, Revision current) {
    int number = review.session().dataset().corrections().revision();
    return number == current.number() || current.differing(review.desk().revision(number)) == 0
        ? ""
        : current.staleness(review.desk().revision(number));
  }

  private static List<JournalEntry> history(ReviewDesk desk, String annotator) {
    List<JournalEntry> mine =
        new ArrayList<>(
            desk.journal().history().stream()
                .filter(entry -> entry.annotator().equals(annotator))
                .toList());
    Collections.reverse(mine);
    return mine.subList(0, Math.min(HISTORY, mine.size()));
  }
}
