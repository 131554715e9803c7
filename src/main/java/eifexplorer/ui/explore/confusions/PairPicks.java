package eifexplorer.ui.explore.confusions;

import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/**
 * Several listed pairs that something is done with together, as marking them or noting something. Empty while only the
 * chosen pair is meant; what is no longer listed is not picked any more.
 */
public final class PairPicks {
  private final ObservableSet<PairKey> picked = FXCollections.observableSet(new LinkedHashSet<>());
  private final ObservableSet<PairKey> view = FXCollections.unmodifiableObservableSet(picked);
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final PairListViewModel pairs;
  private final MarksViewModel marks;

  /** None yet, of this list. */
  PairPicks(PairListViewModel pairs, MarksViewModel marks) {
    this.pairs = pairs;
    this.marks = marks;
    picked.addListener((SetChangeListener<PairKey>) change -> say());
  }

  private void say() {
    text.set(picked.isEmpty() ? "" : Texts.of("{0} picked", picked.size()));
  }

  /** The picked pairs; listen to it. */
  public ObservableSet<PairKey> picked() {
    return view;
  }

  /** How many are picked, in words; empty for none. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** True if a pair is picked. */
  public boolean contains(PairItem item) {
    return picked.contains(item.key());
  }

  /** Picks a pair, or drops it; the first pick takes the chosen pair with it. */
  public void toggle(PairItem item) {
    PairItem chosen = pairs.selectedProperty().get();
    if (picked.isEmpty() && chosen != null && !item.isOf(chosen)) {
      int at = pairs.positionProperty().get();
      if (at >= 0) {
        picked.add(pairs.visible().get(at).key());
      }
    }
    if (!picked.remove(item.key())) {
      picked.add(item.key());
    }
  }

  /** Picks every pair from the chosen one to this one, and no other. */
  public void pickTo(PairItem item) {
    int from = Math.max(0, pairs.positionProperty().get());
    int to = pairs.listed().indexOf(item);
    if (to >= 0) {
      pickOnly(pairs.visible().subList(Math.min(from, to), Math.max(from, to) + 1));
    }
  }

  /** Picks every listed pair. */
  public void pickAll() {
    pickOnly(pairs.visible());
  }

  private void pickOnly(List<PairItem> items) {
    Set<PairKey> wanted =
        items.stream().map(PairItem::key).collect(Collectors.toCollection(LinkedHashSet::new));
    picked.retainAll(wanted);
    picked.addAll(wanted);
  }

  /** Drops all; false if none was picked. */
  public boolean clear() {
    boolean any = !picked.isEmpty();
    picked.clear();
    return any;
  }

  /** Drops what is not listed any more. */
  void listChanged() {
    if (!picked.isEmpty()) {
      picked.retainAll(pairs.visible().stream().map(PairItem::key).collect(Collectors.toSet()));
    }
  }

  /** The pairs that are meant, in the order of the list: the picked ones, or else the chosen one. */
  public List<PairItem> meant() {
    if (!picked.isEmpty()) {
      return pairs.visible().stream().filter(this::contains).toList();
    }
    PairItem chosen = pairs.selectedProperty().get();
    return chosen == null ? List.of() : List.of(chosen);
  }

  /** Marks every pair that is meant as looked at; if all are, takes that back. */
  public void toggleReviewed() {
    List<PairItem> meant = meant();
    boolean set = !meant.stream().allMatch(item -> marks.isReviewed(item.key()));
    meant.forEach(item -> marks.review(item.key(), set));
  }

  /** Notes something on every pair that is meant; a blank text takes the notes away. */
  public void note(String text) {
    meant().forEach(item -> marks.note(item.key(), text));
  }
}
