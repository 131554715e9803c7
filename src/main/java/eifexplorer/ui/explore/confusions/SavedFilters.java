package eifexplorer.ui.explore.confusions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Filters of the pairs that were given a name, in the order they were saved. */
public final class SavedFilters {
  private static final String PREFIX = "filter.";
  private static final String NAME = "name";
  private static final String WORDS = "words";
  private static final String ORDER = "order";

  private final ObservableList<Saved> saved = FXCollections.observableArrayList();
  private final ObservableList<Saved> view = FXCollections.unmodifiableObservableList(saved);
  private final PairListViewModel pairs;

  /**
   * A filter with a name.
   *
   * @param name given by the user
   * @param words that are searched for
   * @param filter the rest of it
   * @param order the pairs are listed in
   */
  public record Saved(String name, String words, PairFilter filter, PairOrder order) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** None yet, of this list. */
  SavedFilters(PairListViewModel pairs) {
    this.pairs = pairs;
  }

  /** The saved filters. */
  public ObservableList<Saved> all() {
    return view;
  }

  /** Saves what filters the list now, in place of what had this name; a blank name is passed over. */
  public void save(String name) {
    String given = name.strip();
    if (given.isEmpty()) {
      return;
    }
    Saved now =
        new Saved(
            given,
            pairs.filterProperty().get(),
            pairs.restrictionProperty().get(),
            pairs.orderProperty().get());
    List<Saved> others = new ArrayList<>(saved);
    others.removeIf(other -> other.name().equals(given));
    others.add(now);
    saved.setAll(others);
  }

  /** Filters and orders the list as it was saved. */
  public void apply(Saved wanted) {
    pairs.filterProperty().set(wanted.words());
    pairs.restrictionProperty().set(wanted.filter());
    pairs.orderProperty().set(wanted.order());
  }

  /** Forgets a saved filter. */
  public void remove(Saved unwanted) {
    saved.remove(unwanted);
  }

  /** Another session has its own. */
  void clear() {
    saved.clear();
  }

  void put(Map<String, String> state) {
    for (int i = 0; i < saved.size(); i++) {
      String prefix = PREFIX + i + ".";
      Saved one = saved.get(i);
      state.put(prefix + NAME, one.name());
      state.put(prefix + WORDS, one.words());
      state.put(prefix + ORDER, one.order().name());
      FilterState.put(one.filter(), pairs.index(), prefix, state);
    }
  }

  void restore(Map<String, String> state) {
    List<Saved> all = new ArrayList<>();
    for (int i = 0; ; i++) {
      String prefix = PREFIX + i + ".";
      String name = state.get(prefix + NAME);
      if (name == null) {
        break;
      }
      Optional<PairOrder> order = FilterState.constant(PairOrder.class, state.get(prefix + ORDER));
      all.add(
          new Saved(
              name,
              state.getOrDefault(prefix + WORDS, ""),
              FilterState.get(pairs.index(), prefix, state),
              order.orElse(PairOrder.NEAREST)));
    }
    saved.setAll(all);
  }
}
