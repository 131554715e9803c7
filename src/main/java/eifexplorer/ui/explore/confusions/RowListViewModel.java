package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The list of class pairs, or of classes: sorted, searched, one line chosen. The chosen line stays chosen while it is
 * hidden.
 */
public final class RowListViewModel<R extends ConfusionRow> {
  private final String one;
  private final String many;
  private final List<RowOrder<R>> orders;
  private final ObservableList<R> visible = FXCollections.observableArrayList();
  private final ObservableList<R> view = FXCollections.unmodifiableObservableList(visible);
  private final ReadOnlyObjectWrapper<Sorting<R>> sorting;
  private final ObjectProperty<R> selected = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper countText = new ReadOnlyStringWrapper("");
  private List<R> all = List.of();
  private String words = "";

  /**
   * An empty list.
   *
   * @param one name of a line
   * @param many name of several
   * @param orders the orders there are, the usual one first
   */
  RowListViewModel(String one, String many, List<RowOrder<R>> orders) {
    this.one = one;
    this.many = many;
    this.orders = orders;
    sorting = new ReadOnlyObjectWrapper<>(Sorting.usual(orders.get(0)));
  }

  /** The lines that match the words, in order. */
  public ObservableList<R> visible() {
    return view;
  }

  /** The orders there are. */
  public List<RowOrder<R>> orders() {
    return orders;
  }

  /** How the list is sorted. */
  public ReadOnlyObjectProperty<Sorting<R>> sortingProperty() {
    return sorting.getReadOnlyProperty();
  }

  /** The chosen line; null if there is none. */
  public ObjectProperty<R> selectedProperty() {
    return selected;
  }

  /** How many lines are listed, of how many. */
  public ReadOnlyStringProperty countTextProperty() {
    return countText.getReadOnlyProperty();
  }

  /** How many lines there are, in words. */
  String totalText() {
    return Texts.count(all.size(), one, many);
  }

  /** Lists other lines and chooses none. */
  void show(List<R> rows) {
    all = rows;
    selected.set(null);
    refresh();
  }

  /** Lists the lines with these words in a class name only. */
  void search(String newWords) {
    words = newWords;
    refresh();
  }

  /** Sorts by this order; the other way round if it is the present one. */
  public void sortBy(RowOrder<R> order) {
    boolean same = sorting.get().by() == order;
    sort(same ? sorting.get().reversed() : Sorting.usual(order));
  }

  /** Sorts so. */
  void sort(Sorting<R> newSorting) {
    sorting.set(newSorting);
    refresh();
  }

  private void refresh() {
    SearchWords wanted = SearchWords.of(words);
    visible.setAll(
        all.stream()
            .filter(row -> wanted.allIn(row.searchText()))
            .sorted(sorting.get().comparator())
            .toList());
    countText.set(
        visible.size() == all.size()
            ? totalText()
            : Texts.of("{0} of {1}", Texts.count(visible.size()), totalText()));
  }
}
