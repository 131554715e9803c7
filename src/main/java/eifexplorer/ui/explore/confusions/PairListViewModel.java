package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The list of confused pairs: sorted, filtered, one of them chosen.
 *
 * <p>A chosen pair that the filter hides stays chosen, so that typing never changes what is looked at; the next step goes
 * to the first pair listed.
 */
public final class PairListViewModel {
  private final ObservableList<PairItem> visible = FXCollections.observableArrayList();
  private final ObservableList<PairItem> view = FXCollections.unmodifiableObservableList(visible);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<PairOrder> order = new SimpleObjectProperty<>(PairOrder.NEAREST);
  private final ReadOnlyObjectWrapper<PairItem> selected = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper countText = new ReadOnlyStringWrapper("");
  private List<PairItem> all = List.of();

  /** An empty list. */
  public PairListViewModel() {
    filter.addListener((value, old, now) -> refresh());
    order.addListener((value, old, now) -> refresh());
  }

  /** The pairs that match the filter, in order. */
  public ObservableList<PairItem> visible() {
    return view;
  }

  /** Words that must all occur in a class or file name; empty for all pairs. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** The order of the list. */
  public ObjectProperty<PairOrder> orderProperty() {
    return order;
  }

  /** The chosen pair; null if there is none. */
  public ReadOnlyObjectProperty<PairItem> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Place of the chosen pair in the list, from 0; -1 if it is not listed. */
  public ReadOnlyIntegerProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /** How many pairs are listed, of how many. */
  public ReadOnlyStringProperty countTextProperty() {
    return countText.getReadOnlyProperty();
  }

  /** Number of pairs, listed or not. */
  public int total() {
    return all.size();
  }

  /** Lists other pairs and chooses the first of them. */
  public void show(PairIndex index) {
    all = index.items();
    filter.set("");
    selected.set(null);
    refresh();
    selected.set(visible.isEmpty() ? null : visible.get(0));
    locate();
  }

  /** Chooses a pair. */
  public void select(PairItem item) {
    if (item != null) {
      selected.set(item);
      locate();
    }
  }

  /** Chooses the pair after the chosen one; stays at the last. */
  public void next() {
    step(position.get() + 1);
  }

  /** Chooses the pair before the chosen one; stays at the first. */
  public void previous() {
    step(Math.max(0, position.get() - 1));
  }

  private void step(int to) {
    if (to < visible.size()) {
      select(visible.get(to));
    }
  }

  /** Lists every pair again. */
  public void clearFilter() {
    filter.set("");
  }

  private void refresh() {
    String wanted = filter.get();
    visible.setAll(
        all.stream()
            .filter(item -> wanted.isBlank() || item.matches(wanted))
            .sorted(order.get().comparator())
            .toList());
    String pairs = Texts.count(all.size(), "pair", "pairs");
    countText.set(wanted.isBlank() ? pairs : Texts.count(visible.size()) + " of " + pairs);
    locate();
  }

  private void locate() {
    // The record's equality would compare texts; the item itself is meant.
    int found = -1;
    for (int i = 0; i < visible.size() && found < 0; i++) {
      if (visible.get(i) == selected.get()) {
        found = i;
      }
    }
    position.set(found);
  }
}
