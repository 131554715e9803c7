package eifexplorer.review;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JournalEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What all annotators' decisions together say of each training image's label; immutable. */
public final class ReviewOutcomes {
  private final Outcome[] byImage;

  private ReviewOutcomes(Outcome[] byImage) {
    this.byImage = byImage;
  }

  /**
   * Takes what holds now.
   *
   * <p>Decisions that the data set's labels have taken in already are {@link Outcome#SETTLED}: a ranking made from those
   * labels would find every one of them right.
   *
   * @param dataset whose labels the ranking was made from
   */
  public static ReviewOutcomes of(ImageDataset dataset, ReviewDesk desk) {
    Decisions decisions = desk.decisions();
    Set<JournalEntry> taken =
        new HashSet<>(desk.revision(dataset.corrections().revision()).decisions());
    return new ReviewOutcomes(
        dataset.train().stream()
            .map(sample -> outcome(dataset, sample, decisions, taken))
            .toArray(Outcome[]::new));
  }

  private static Outcome outcome(
      ImageDataset dataset, Sample sample, Decisions decisions, Set<JournalEntry> taken) {
    List<JournalEntry> claims = claims(sample.path(), decisions);
    if (claims.isEmpty()) {
      return Outcome.UNDECIDED;
    }
    Optional<String> label = decisions.label(sample.path());
    if (label.isEmpty()) {
      return Outcome.UNDECIDED;
    }
    if (taken.containsAll(claims) || claims.stream().allMatch(ReviewOutcomes::isAutomatic)) {
      return Outcome.SETTLED;
    }
    if (label.get().isEmpty()) {
      return claims.stream().anyMatch(claim -> claim.kind() == DecisionKind.NONE)
          ? Outcome.WRONG
          : Outcome.SETTLED;
    }
    return label.get().equals(dataset.classOf(sample.label()).name())
        ? Outcome.RIGHT
        : Outcome.WRONG;
  }

  private static List<JournalEntry> claims(String path, Decisions decisions) {
    JournalEntry resolved = decisions.resolutions().get(path);
    return resolved != null
        ? List.of(resolved)
        : decisions.byAnnotator().values().stream()
            .map(of -> of.get(path))
            .filter(Objects::nonNull)
            .filter(entry -> entry.kind().isClaim())
            .toList();
  }

  private static boolean isAutomatic(JournalEntry entry) {
    return entry.method().equals(JournalEntry.AUTO);
  }

  /** What is known of a training image. */
  public Outcome of(int trainIndex) {
    return byImage[trainIndex];
  }

  /** Training images decided about by somebody. */
  public int decided() {
    return count(Outcome.RIGHT) + count(Outcome.WRONG) + count(Outcome.SETTLED);
  }

  /** How many training images have an outcome. */
  public int count(Outcome outcome) {
    int count = 0;
    for (Outcome of : byImage) {
      count += of == outcome ? 1 : 0;
    }
    return count;
  }

  /** How many wrong labels are likely left. */
  public QueueEstimate estimate(SuspectRanking ranking, QueueOrder order) {
    Outcome[] byRank = new Outcome[ranking.size()];
    boolean[] spotChecks = new boolean[byRank.length];
    for (int rank = 1; rank <= byRank.length; rank++) {
      byRank[rank - 1] = byImage[ranking.at(rank)];
      spotChecks[rank - 1] = order.isSpotCheck(ranking.at(rank));
    }
    return QueueEstimate.of(byRank, spotChecks);
  }
}
