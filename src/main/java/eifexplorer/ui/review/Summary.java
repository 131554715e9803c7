package eifexplorer.ui.review;

import eifexplorer.dataset.Sample;
import eifexplorer.review.BetterOrder;
import eifexplorer.review.DetectorPrecision;
import eifexplorer.review.QueueEstimate;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.journal.Agreement;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JointAgreement;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Staging;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the review is, computed in the background after each change.
 *
 * @param decided images the annotator decided about
 * @param wrong of which their label was wrong; leaving an image out does not say so
 * @param secondsEach median time of the last decisions; 0 where that is not known
 * @param estimate how many wrong labels are likely left
 * @param precision how often each detector was right here, by its id
 * @param better an order that would have found more
 * @param size number of training images
 * @param staging what a commit would write
 * @param stale what to say of the session's labels; empty if they are those of the current revision
 * @param history the annotator's decisions that hold, newest first
 * @param agreements of every two annotators who decided about the same images
 * @param joint of all of them where they are three or more
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
    List<Agreement> agreements,
    Optional<JointAgreement> joint) {
  private static final int HISTORY = 200;

  /** Nobody looks at an image in fewer seconds: such a decision is a burst of keys and no pace. */
  private static final double BURST = 1 / 3.0;

  /** Decisions the pace is taken from. */
  private static final int PACE = 20;

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
    List<JournalEntry> newest = newest(mine);
    return new Summary(
        mine.size(),
        (int) mine.stream().filter(Summary::corrects).count(),
        pace(newest),
        queue.estimate(),
        queue.precision(),
        queue.betterOrder(),
        review.session().dataset().train().size(),
        desk.staging(),
        stale(review, desk.current()),
        newest,
        Agreement.all(decisions),
        JointAgreement.of(decisions));
  }

  /** How far annotators agree, in a line: all of them where they are three or more. */
  String agreement() {
    if (joint.isPresent()) {
      JointAgreement all = joint.get();
      return Texts.of(
          "Agreement of {0} annotators: α {1} on {2}",
          Texts.count(all.annotators()), coefficient(all.alpha()), Texts.count(all.images()));
    }
    if (agreements.isEmpty()) {
      return Texts.of("Agreement shows once two have reviewed.");
    }
    Agreement two = agreements.get(0);
    return Texts.of(
        "Agreement of {0} and {1}: κ {2} on {3}",
        two.first(), two.second(), coefficient(two.kappa()), Texts.count(two.images()));
  }

  /** An agreement that can't be told apart from chance is unknown. */
  static String coefficient(double value) {
    return Double.isNaN(value) ? Texts.of("unknown") : Texts.coefficient(value);
  }

  /** The annotator's decisions about the session's images, in the order they were made. */
  private static List<JournalEntry> mine(OpenReview review, Decisions decisions, String annotator) {
    Set<String> images =
        review.session().dataset().train().stream().map(Sample::path).collect(Collectors.toSet());
    return decisions.of(annotator).values().stream()
        .filter(entry -> images.contains(entry.sample()))
        .toList();
  }

  private static boolean corrects(JournalEntry entry) {
    return entry.kind() == DecisionKind.NONE
        || (entry.kind() == DecisionKind.LABEL && !entry.after().equals(entry.before()));
  }

  private static String stale(OpenReview review, Revision current) {
    int number = review.session().dataset().corrections().revision();
    return number == current.number() || current.differing(review.desk().revision(number)) == 0
        ? ""
        : current.staleness(review.desk().revision(number));
  }

  /** What holds, the newest first: what was undone stays in the journal, and is no history of this review. */
  private static List<JournalEntry> newest(List<JournalEntry> mine) {
    List<JournalEntry> newest = new ArrayList<>(mine);
    Collections.reverse(newest);
    return newest.subList(0, Math.min(HISTORY, newest.size()));
  }

  /** The median of the last decisions that took a known time on one image each. */
  private static double pace(List<JournalEntry> newest) {
    double[] seconds =
        newest.stream()
            .filter(entry -> entry.seconds() > BURST && entry.method().isEmpty())
            .limit(PACE)
            .mapToDouble(JournalEntry::seconds)
            .sorted()
            .toArray();
    return seconds.length == 0 ? 0 : seconds[seconds.length / 2];
  }
}
