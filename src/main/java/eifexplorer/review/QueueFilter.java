package eifexplorer.review;

import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which images a queue shows.
 *
 * @param detector only those this detector names as a reason; empty for all
 * @param label only those of this given class; empty for all
 * @param state only those decided, or not, by the queue's annotator
 * @param only paths of the only images to show, such as flagged ones; empty for all
 */
public record QueueFilter(
    Optional<String> detector, OptionalInt label, State state, Optional<Set<String>> only) {
  /** Everything. */
  public static final QueueFilter ALL =
      new QueueFilter(Optional.empty(), OptionalInt.empty(), State.ALL, Optional.empty());

  /** Copies the set. */
  public QueueFilter {
    only = only.map(Set::copyOf);
  }

  /** The same by another detector; empty for all. */
  public QueueFilter withDetector(Optional<String> wanted) {
    return new QueueFilter(wanted, label, state, only);
  }

  /** The same for another given class; empty for all. */
  public QueueFilter withLabel(OptionalInt wanted) {
    return new QueueFilter(detector, wanted, state, only);
  }

  /** The same for those decided, or not. */
  public QueueFilter withState(State wanted) {
    return new QueueFilter(detector, label, wanted, only);
  }

  /** The same for these images only; empty for all. */
  public QueueFilter withOnly(Optional<Set<String>> wanted) {
    return new QueueFilter(detector, label, state, wanted);
  }

  /** What the queue's annotator said of an image. */
  public enum State {
    ALL,
    /** Nothing decided yet. */
    OPEN,
    DECIDED,
    UNSURE,
    /** Left out of training, none of the classes included. */
    EXCLUDED,
    /** Something was remarked. */
    NOTED,
    /** Accepted above a probability, not looked at by itself. */
    AUTOMATIC;

    /** Whether an image is in this state, by the decision about it and the note on it, which may be empty. */
    boolean holds(Optional<JournalEntry> decision, String note) {
      return switch (this) {
        case ALL -> true;
        case OPEN -> decision.isEmpty();
        case DECIDED -> decision.isPresent();
        case UNSURE -> decision.filter(of -> of.kind() == DecisionKind.UNSURE).isPresent();
        case EXCLUDED -> decision.filter(of -> of.kind().leavesOut()).isPresent();
        case NOTED -> !note.isEmpty();
        case AUTOMATIC -> decision.filter(of -> of.method().equals(JournalEntry.AUTO)).isPresent();
      };
    }
  }
}
