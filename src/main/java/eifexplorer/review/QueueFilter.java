package eifexplorer.review;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which images a queue shows.
 *
 * @param detector only those this detector names as a reason; empty for all
 * @param label only those of this given class; empty for all
 * @param state only those decided, or not, by the queue's annotator
 */
public record QueueFilter(Optional<String> detector, OptionalInt label, State state) {
  /** Everything. */
  public static final QueueFilter ALL =
      new QueueFilter(Optional.empty(), OptionalInt.empty(), State.ALL);

  /** Decided or not. */
  public enum State {
    ALL,
    OPEN,
    DECIDED
  }
}
