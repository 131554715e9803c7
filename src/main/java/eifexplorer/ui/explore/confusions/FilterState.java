package eifexplorer.ui.explore.confusions;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the pairs as texts by name. Classes go by name and images by path, so that they are found again with another
 * model.
 */
final class FilterState {
  private static final String WRONG_CLASS = "wrongClass";
  private static final String CONFUSED_CLASS = "confusedClass";
  private static final String REVIEWED = "reviewed";
  private static final String FROM = "distanceFrom";
  private static final String BELOW = "distanceBelow";
  private static final String MUTUAL = "mutual";
  private static final String SUSPECTS = "suspects";
  private static final String FLAGGED = "flagged";
  private static final String COPIES = "copies";
  private static final String HARMED_BY = "harmedBy";

  private FilterState() {}

  /** Writes a filter under names that begin with {@code prefix}. */
  static void put(PairFilter filter, PairIndex index, String prefix, Map<String, String> state) {
    state.put(prefix + REVIEWED, filter.reviewed().name());
    filter.wrong().ifPresent(c -> state.put(prefix + WRONG_CLASS, index.className(c)));
    filter.confused().ifPresent(c -> state.put(prefix + CONFUSED_CLASS, index.className(c)));
    filter.from().ifPresent(limit -> state.put(prefix + FROM, Double.toString(limit)));
    filter.below().ifPresent(limit -> state.put(prefix + BELOW, Double.toString(limit)));
    if (filter.mutual()) {
      state.put(prefix + MUTUAL, "true");
    }
    if (filter.suspects() > 0) {
      state.put(prefix + SUSPECTS, Integer.toString(filter.suspects()));
    }
    if (filter.copies()) {
      state.put(prefix + COPIES, "true");
    }
    if (filter.flagged()) {
      state.put(prefix + FLAGGED, "true");
    }
    filter.harmedBy().ifPresent(i -> state.put(prefix + HARMED_BY, index.training(i).path()));
  }

  /** Reads what was written; what is missing or not understood sets no limit. */
  static PairFilter get(PairIndex index, String prefix, Map<String, String> state) {
    String harmedBy = state.get(prefix + HARMED_BY);
    return new PairFilter(
        index.label(state.get(prefix + WRONG_CLASS)),
        index.label(state.get(prefix + CONFUSED_CLASS)),
        constant(ReviewState.class, state.get(prefix + REVIEWED)).orElse(ReviewState.ALL),
        number(state.get(prefix + FROM)),
        number(state.get(prefix + BELOW)),
        Boolean.parseBoolean(state.get(prefix + MUTUAL)),
        (int) number(state.get(prefix + SUSPECTS)).orElse(0),
        Boolean.parseBoolean(state.get(prefix + FLAGGED)),
        harmedBy == null ? OptionalInt.empty() : index.trainIndex(harmedBy),
        Boolean.parseBoolean(state.get(prefix + COPIES)),
        Optional.empty(),
        Optional.empty());
  }

  /** The constant of this name, if there is one. */
  static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findFirst();
  }

  /** A number above 0; empty for anything else. */
  static OptionalDouble number(@Nullable String text) {
    try {
      double number = text == null ? 0 : Double.parseDouble(text);
      return number > 0 && Double.isFinite(number)
          ? OptionalDouble.of(number)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
