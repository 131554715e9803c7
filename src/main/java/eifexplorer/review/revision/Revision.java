package eifexplorer.review.revision;

import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.problem.PlainText;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.workspace.Fingerprint;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A state of all labels that was committed; immutable.
 *
 * @param number from 1; 0 is the data set's own labels
 * @param parent the revision it was made from
 * @param message what people say about it
 * @param time when it was committed
 * @param annotators whose decisions it holds
 * @param changes what differs from the parent, by path
 * @param labels what differs from the data set's own labels, by path
 * @param decisions everything that was decided then, keeps and unsure ones included
 * @param fingerprint of {@code labels}
 */
public record Revision(
    int number,
    int parent,
    String message,
    Instant time,
    List<String> annotators,
    List<LabelChange> changes,
    List<LabelChange> labels,
    List<JournalEntry> decisions,
    String fingerprint) {
  /** The data set's own labels. */
  public static final Revision ORIGINAL =
      new Revision(
          0,
          0,
          "The data set's own labels",
          Instant.EPOCH,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          fingerprint(List.of()));

  /** Copies the lists; nothing is in a message that is not seen. */
  public Revision {
    message = PlainText.lines(message);
    annotators = List.copyOf(annotators);
    changes = List.copyOf(changes);
    labels = List.copyOf(labels);
    decisions = List.copyOf(decisions);
  }

  /** Identity of a state of the labels. */
  public static String fingerprint(List<LabelChange> labels) {
    Fingerprint.Builder builder = Fingerprint.builder();
    labels.stream()
        .sorted(Comparator.comparing(LabelChange::sample))
        .forEach(change -> builder.add(change.sample(), change.to()));
    return builder.build().digits();
  }

  /** What a data set is opened with. */
  public LabelCorrections corrections() {
    return new LabelCorrections(number, labels);
  }

  /** How many images have another label in the other revision, or are left out of one of the two. */
  public int differing(Revision other) {
    Map<String, String> here = targets();
    Map<String, String> there = other.targets();
    Set<String> samples = new HashSet<>(here.keySet());
    samples.addAll(there.keySet());
    return (int)
        samples.stream()
            .filter(sample -> !Objects.equals(here.get(sample), there.get(sample)))
            .count();
  }

  /** What to say of results made with another revision's labels, such as {@code stale: 12 labels changed}. */
  public String staleness(Revision other) {
    int differing = differing(other);
    return switch (differing) {
      case 0 -> "up to date";
      case 1 -> "stale: 1 label changed";
      default -> "stale: " + differing + " labels changed";
    };
  }

  private Map<String, String> targets() {
    Map<String, String> targets = new HashMap<>();
    labels.forEach(change -> targets.put(change.sample(), change.to()));
    return targets;
  }
}
