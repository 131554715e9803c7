package eifexplorer.ui.explore.confusions;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a pair must be like to be listed, besides the words searched for; immutable.
 *
 * @param wrong label of the image's class, if only one is wanted
 * @param confused label of the neighbour's class, if only one is wanted
 * @param reviewed whether it must have been looked at
 * @param below the distance it must stay below, if there is a limit
 */
public record PairFilter(
    OptionalInt wrong, OptionalInt confused, ReviewState reviewed, OptionalDouble below) {
  /** Lists every pair. */
  public static final PairFilter NONE =
      new PairFilter(
          OptionalInt.empty(), OptionalInt.empty(), ReviewState.ALL, OptionalDouble.empty());

  /** Pairs of two classes only. */
  static PairFilter classPair(int wrong, int confused) {
    return NONE.withWrong(OptionalInt.of(wrong)).withConfused(OptionalInt.of(confused));
  }

  /** The same for images of one class, or of any. */
  public PairFilter withWrong(OptionalInt label) {
    return new PairFilter(label, confused, reviewed, below);
  }

  /** The same for neighbours of one class, or of any. */
  public PairFilter withConfused(OptionalInt label) {
    return new PairFilter(wrong, label, reviewed, below);
  }

  /** The same for pairs that were looked at, or were not, or all. */
  public PairFilter withReviewed(ReviewState state) {
    return new PairFilter(wrong, confused, state, below);
  }

  /** The same with a limit of distance, or with none. */
  public PairFilter withBelow(OptionalDouble limit) {
    return new PairFilter(wrong, confused, reviewed, limit);
  }

  /** True if the pair is to be listed. */
  boolean admits(PairItem item, boolean isReviewed) {
    return (wrong.isEmpty() || wrong.getAsInt() == item.pair().wrongLabel())
        && (confused.isEmpty() || confused.getAsInt() == item.pair().confusedLabel())
        && (below.isEmpty() || item.pair().distance() < below.getAsDouble())
        && reviewed.admits(isReviewed);
  }
}
