package eifexplorer.ui.explore.confusions;

import eifexplorer.review.ReviewMarks.PairKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The left column as texts. Classes go by name and images by path, so that they are found again with another model. */
final class ConfusionsState {
  private static final String FORM = "form";
  private static final String ORDER = "order";
  private static final String WORDS = "words";
  private static final String WRONG_IMAGE = "wrongImage";
  private static final String CONFUSED_IMAGE = "confusedImage";
  private static final String CLASS_PAIRS = "classPairs";
  private static final String CLASSES = "classes";
  private static final String DESCENDING = "descending";
  private static final String ASCENDING = "ascending";

  private static final String WIDTH = "listWidth";

  private ConfusionsState() {}

  static Map<String, String> of(ConfusionsViewModel model) {
    Map<String, String> state = new LinkedHashMap<>();
    PairListViewModel pairs = model.pairs();
    state.put(FORM, model.formProperty().get().name());
    state.putAll(list(pairs));
    model.savedFilters().put(state);
    PairItem chosen = pairs.selectedProperty().get();
    if (chosen != null) {
      state.put(WRONG_IMAGE, chosen.key().wrong());
      state.put(CONFUSED_IMAGE, chosen.key().confusedWith());
    }
    state.put(WIDTH, Double.toString(model.widthProperty().get()));
    state.put(CLASS_PAIRS, sorting(model.classPairs()));
    state.put(CLASSES, sorting(model.classes()));
    return state;
  }

  /** What the list of pairs holds and in which order. */
  static Map<String, String> list(PairListViewModel pairs) {
    Map<String, String> state = new LinkedHashMap<>();
    state.put(ORDER, pairs.orderProperty().get().name());
    state.put(WORDS, pairs.filterProperty().get());
    FilterState.put(pairs.restrictionProperty().get(), pairs.index(), "", state);
    return state;
  }

  /** Lists what {@link #list} said. */
  static void restoreList(PairListViewModel pairs, Map<String, String> state) {
    FilterState.constant(PairOrder.class, state.get(ORDER)).ifPresent(pairs.orderProperty()::set);
    pairs.filterProperty().set(state.getOrDefault(WORDS, ""));
    pairs.restrictionProperty().set(FilterState.get(pairs.index(), "", state));
  }

  private static String sorting(RowListViewModel<?> list) {
    Sorting<?> sorting = list.sortingProperty().get();
    return sorting.by().id() + " " + (sorting.descending() ? DESCENDING : ASCENDING);
  }

  static void restore(ConfusionsViewModel model, Map<String, String> state) {
    PairListViewModel pairs = model.pairs();
    model.widthProperty().set(FilterState.number(state.get(WIDTH)).orElse(0));
    FilterState.constant(Form.class, state.get(FORM)).ifPresent(model::showForm);
    restoreList(pairs, state);
    model.savedFilters().restore(state);
    String wrong = state.get(WRONG_IMAGE);
    String confused = state.get(CONFUSED_IMAGE);
    if (wrong != null && confused != null) {
      pairs.select(new PairKey(wrong, confused));
    }
    sort(model.classPairs(), state.get(CLASS_PAIRS), model.classPairs()::sort);
    sort(model.classes(), state.get(CLASSES), model.classes()::sort);
  }

  private static <R extends ConfusionRow> void sort(
      RowListViewModel<R> list, @Nullable String text, Consumer<Sorting<R>> sort) {
    for (RowOrder<R> order : list.orders()) {
      for (boolean descending : new boolean[] {true, false}) {
        if ((order.id() + " " + (descending ? DESCENDING : ASCENDING)).equals(text)) {
          sort.accept(new Sorting<>(order, descending));
        }
      }
    }
  }
}
