package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A part of the filter, to be seen and taken away.
 *
 * @param before words before a class name, or all there are, such as {@code d < 0.600}
 * @param className may be empty
 * @param after words after it
 * @param without the filter that is left when this part is taken away
 */
public record FilterChip(String before, String className, String after, PairFilter without) {
  private FilterChip(String text, PairFilter without) {
    this(text, "", "", without);
  }

  /** All of it. */
  public String text() {
    return String.join(" ", before, className, after).strip();
  }

  /** The parts of a filter. */
  static List<FilterChip> of(PairFilter filter, PairIndex index) {
    List<FilterChip> chips = new ArrayList<>();
    filter
        .wrong()
        .ifPresent(
            label ->
                chips.add(
                    new FilterChip(
                        "", index.className(label), "→", filter.withWrong(OptionalInt.empty()))));
    filter
        .confused()
        .ifPresent(
            label ->
                chips.add(
                    new FilterChip(
                        "→",
                        index.className(label),
                        "",
                        filter.withConfused(OptionalInt.empty()))));
    if (filter.reviewed() != ReviewState.ALL) {
      chips.add(new FilterChip(filter.reviewed().title(), filter.withReviewed(ReviewState.ALL)));
    }
    if (filter.from().isPresent() || filter.below().isPresent()) {
      chips.add(
          new FilterChip(
              distanceText(filter),
              filter.withFrom(OptionalDouble.empty()).withBelow(OptionalDouble.empty())));
    }
    if (filter.mutual()) {
      chips.add(new FilterChip(Texts.of("mutual"), filter.withMutual(false)));
    }
    filter
        .compared()
        .ifPresent(
            kind -> chips.add(new FilterChip(kind.word(), filter.withCompared(Optional.empty()))));
    if (filter.copies()) {
      chips.add(new FilterChip(Texts.of("one photograph"), filter.withCopies(false)));
    }
    addHarm(filter, index, chips);
    addTouched(filter, chips);
    return List.copyOf(chips);
  }

  private static void addTouched(PairFilter filter, List<FilterChip> chips) {
    filter
        .touching()
        .ifPresent(
            touched ->
                chips.add(
                    new FilterChip(
                        (touched.first().isEmpty() ? Texts.of("touching ") : "") + touched.title(),
                        filter.withTouching(Optional.empty()))));
  }

  private static void addHarm(PairFilter filter, PairIndex index, List<FilterChip> chips) {
    if (filter.suspects() > 0) {
      chips.add(
          new FilterChip(Texts.of("doubtful ≥ {0}", filter.suspects()), filter.withSuspects(0)));
    }
    if (filter.flagged()) {
      chips.add(new FilterChip(Texts.of("harmed by a flagged image"), filter.withFlagged(false)));
    }
    filter
        .harmedBy()
        .ifPresent(
            image ->
                chips.add(
                    new FilterChip(
                        Texts.of("harmed by {0}", Texts.of("train {0}", image)),
                        index.className(index.training(image).label()),
                        "",
                        filter.withHarmedBy(OptionalInt.empty()))));
  }

  private static String distanceText(PairFilter filter) {
    String from =
        filter.from().isPresent() ? Texts.distance(filter.from().getAsDouble()) + " ≤ " : "";
    String below =
        filter.below().isPresent() ? " < " + Texts.distance(filter.below().getAsDouble()) : "";
    return from + "d" + below;
  }
}
