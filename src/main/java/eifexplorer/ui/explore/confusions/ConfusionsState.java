package eifexplorer.ui.explore.confusions;

import eifexplorer.review.ReviewMarks.PairKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The left column as texts. Classes go by name and images by path, so that they are found again with another model. */
final class ConfusionsState {
  private static final String FORM = "form";
  private static final String ORDER = "order";
  private static final String WORDS = "words";
  private static final String WRONG_CLASS = "wrongClass";
  private static final String CONFUSED_CLASS = "confusedClass";
  private static final String REVIEWED = "reviewed";
  private static final String BELOW = "distanceBelow";
  private static final String WRONG_IMAGE = "wrongImage";
  private static final String CONFUSED_IMAGE = "confusedImage";
  private static final String CLASS_PAIRS = "classPairs";
  private static final String CLASSES = "classes";
  private static final String DESCENDING = "descending";
  private static final String ASCENDING = "ascending";

  private ConfusionsState() {}

  static Map<String, String> of(ConfusionsViewModel model) {
    Map<String, String> state = new LinkedHashMap<>();
    PairListViewModel pairs = model.pairs();
    PairFilter filter = pairs.restrictionProperty().get();
    state.put(FORM, model.formProperty().get().name());
    state.put(ORDER, pairs.orderProperty().get().name());
    state.put(WORDS, pairs.filterProperty().get());
    state.put(REVIEWED, filter.reviewed().name());
    filter.wrong().ifPresent(c -> state.put(WRONG_CLASS, pairs.index().className(c)));
    filter.confused().ifPresent(c -> state.put(CONFUSED_CLASS, pairs.index().className(c)));
    filter.below().ifPresent(limit -> state.put(BELOW, Double.toString(limit)));
    PairItem chosen = pairs.selectedProperty().get();
    if (chosen != null) {
      state.put(WRONG_IMAGE, chosen.key().wrong());
      state.put(CONFUSED_IMAGE, chosen.key().confusedWith());
    }
    state.put(CLASS_PAIRS, sorting(model.classPairs()));
    state.put(CLASSES, sorting(model.classes()));
    return state;
  }

  private static String sorting(RowListViewModel<?> list) {
    Sorting<?> sorting = list.sortingProperty().get();
    return sorting.by().name() + " " + (sorting.descending() ? DESCENDING : ASCENDING);
  }

  static void restore(ConfusionsViewModel model, Map<String, String> state) {
    PairListViewModel pairs = model.pairs();
    constant(Form.class, state.get(FORM)).ifPresent(model::showForm);
    constant(PairOrder.class, state.get(ORDER)).ifPresent(pairs.orderProperty()::set);
    pairs.filterProperty().set(state.getOrDefault(WORDS, ""));
    pairs
        .restrictionProperty()
        .set(
            new PairFilter(
                pairs.index().label(state.get(WRONG_CLASS)),
                pairs.index().label(state.get(CONFUSED_CLASS)),
                constant(ReviewState.class, state.get(REVIEWED)).orElse(ReviewState.ALL),
                number(state.get(BELOW))));
    String wrong = state.get(WRONG_IMAGE);
    String confused = state.get(CONFUSED_IMAGE);
    if (wrong != null && confused != null) {
      pairs.select(new PairKey(wrong, confused));
    }
    sort(model.classPairs(), state.get(CLASS_PAIRS), model.classPairs()::sort);
    sort(model.classes(), state.get(CLASSES), model.classes()::sort);
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findFirst();
  }

  private static OptionalDouble number(@Nullable String text) {
    try {
      double number = text == null ? 0 : Double.parseDouble(text);
      return number > 0 ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static <R extends ConfusionRow> void sort(
      RowListViewModel<R> list, @Nullable String text, Consumer<Sorting<R>> sort) {
    for (RowOrder<R> order : list.orders()) {
      for (boolean descending : new boolean[] {true, false}) {
        if ((order.name() + " " + (descending ? DESCENDING : ASCENDING)).equals(text)) {
          sort.accept(new Sorting<>(order, descending));
        }
      }
    }
  }
}
