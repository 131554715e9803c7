package eifexplorer.ui.review;

import eifexplorer.dataset.Sample;
import eifexplorer.review.Reason;
import eifexplorer.review.SuspectRanking;
import eifexplorer.review.Verdict;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.suspect.RelabelSuggestion;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images of an opened review as rows and as the large one, with all that is known or with what a blind pass may show. */
final class QueueLook {
  private static final int SHOWN_REASONS = 2;

  private final OpenReview review;
  private final Suggested suggested;
  private final Words words;

  QueueLook(OpenReview review) {
    this.review = review;
    this.suggested = new Suggested(review);
    this.words = new Words(review.session());
  }

  /** The image that is decided about. */
  ShownImage image(int trainIndex, SuspectRanking ranking, boolean blind) {
    RelabelSuggestion suggestion = suggested.of(trainIndex);
    int size = review.session().dataset().train().size();
    String title =
        blind
            ? Texts.of("One of {0} training images", Texts.count(size))
            : Texts.of("Training image {0}", trainIndex);
    return blind
        ? new ShownImage(
            trainIndex,
            title,
            suggested.unnamed(trainIndex),
            Optional.empty(),
            "",
            suggested.blind(suggestion),
            List.of())
        : new ShownImage(
            trainIndex,
            title,
            suggested.picture(trainIndex),
            Optional.of(suggested.given(suggestion)),
            suggested.prefer(suggestion),
            suggested.others(suggestion),
            ranking.all(trainIndex));
  }

  /** What putting an image into a class is as a verdict. */
  Verdict label(int label) {
    return Verdict.label(review.session().dataset().classOf(label).name());
  }

  /** What was decided about an image, else that its label is kept, with a second class; empty if that is the same class. */
  Optional<Verdict> withAlso(int trainIndex, int second, Map<String, JournalEntry> decided) {
    Sample sample = review.session().trainSample(trainIndex);
    JournalEntry entry = decided.get(sample.path());
    String given = review.session().dataset().classOf(sample.label()).name();
    String first = entry != null && entry.kind() == DecisionKind.LABEL ? entry.after() : given;
    String name = review.session().dataset().classOf(second).name();
    return name.equals(first) ? Optional.empty() : Optional.of(Verdict.label(first).withAlso(name));
  }

  /** A row. */
  QueueItem item(
      int trainIndex, SuspectRanking ranking, Map<String, JournalEntry> decided, boolean blind) {
    Sample sample = review.session().trainSample(trainIndex);
    JournalEntry entry = decided.get(sample.path());
    String decision = entry == null ? "" : words.decision(entry, blind);
    if (blind) {
      // No number: images of a class often follow each other in the data set.
      String name = Texts.of("Label hidden");
      return new QueueItem(
          trainIndex, 0, name, suggested.unnamed(trainIndex), List.of(), 0, decision, false, "");
    }
    List<Reason> named = ranking.reasons(trainIndex);
    List<Reason> all = ranking.all(trainIndex);
    List<Reason> reasons = named.isEmpty() ? all.subList(0, Math.min(1, all.size())) : named;
    return new QueueItem(
        trainIndex,
        ranking.rank(trainIndex),
        review.session().className(sample.label()),
        suggested.picture(trainIndex),
        reasons.subList(0, Math.min(SHOWN_REASONS, reasons.size())),
        Math.max(0, reasons.size() - SHOWN_REASONS),
        decision,
        false,
        "");
  }
}
