package eifexplorer.ui.explore.confusions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * A part of the filter, to be seen and taken away.
 *
 * @param text for people, such as {@code d < 0.60}
 * @param without the filter that is left when this part is taken away
 */
public record FilterChip(String text, PairFilter without) {
  /** The parts of a filter. */
  static List<FilterChip> of(PairFilter filter, IntFunction<String> className) {
    List<FilterChip> chips = new ArrayList<>();
    if (filter.wrong().isPresent() || filter.confused().isPresent()) {
      chips.add(
          new FilterChip(
              name(filter.wrong(), className) + " → " + name(filter.confused(), className),
              filter.withWrong(OptionalInt.empty()).withConfused(OptionalInt.empty())));
    }
    if (filter.reviewed() != ReviewState.ALL) {
      chips.add(new FilterChip(filter.reviewed().title(), filter.withReviewed(ReviewState.ALL)));
    }
    filter
        .below()
        .ifPresent(
            limit ->
                chips.add(
                    new FilterChip(
                        "d < " + limitText(limit), filter.withBelow(OptionalDouble.empty()))));
    return List.copyOf(chips);
  }

  /** A limit of distance with two digits: {@code 0.60}. */
  static String limitText(double limit) {
    return String.format(Locale.ENGLISH, "%.2f", limit);
  }

  private static String name(OptionalInt label, IntFunction<String> className) {
    return label.isEmpty() ? "any" : className.apply(label.getAsInt());
  }
}
