package eifexplorer.ui.explore.confusions;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Those of a session's pairs that are wanted, in an order. Of two pairs of the same two images, each other's nearest
 * neighbour, only the first wanted one in the order is listed.
 */
final class ListedPairs {
  private final ObservableList<PairItem> listed = FXCollections.observableArrayList();
  private final ObservableList<PairItem> view = FXCollections.unmodifiableObservableList(listed);
  private List<PairItem> ordered = List.of();

  /** The listed pairs; listen to it. */
  ObservableList<PairItem> view() {
    return view;
  }

  /** Takes all pairs, listed or not, in another order; the list stays as it is until {@link #list}. */
  void order(List<PairItem> all) {
    ordered = all;
  }

  /** Lists those that are wanted. */
  void list(Predicate<PairItem> wanted) {
    BitSet found = new BitSet();
    List<PairItem> matching = new ArrayList<>();
    for (PairItem item : ordered) {
      if (wanted.test(item)) {
        if (!item.mutual() || !found.get(item.pair().confusedWith())) {
          matching.add(item);
        }
        found.set(item.pair().wrong());
      }
    }
    listed.setAll(matching);
  }

  /** Takes out the pair at a place. */
  void remove(int place) {
    listed.remove(place);
  }

  /** Lists one pair more, at its place in the order. */
  void add(PairItem item) {
    listed.add(gap(item), item);
  }

  /** The first such pair in the order, listed or not. */
  Optional<PairItem> first(Predicate<PairItem> wanted) {
    return ordered.stream().filter(wanted).findFirst();
  }

  /** Place of a pair in the list, whichever way round it is listed; -1 if it is not. */
  int indexOf(PairItem item) {
    for (int i = 0; i < listed.size(); i++) {
      if (listed.get(i).isOf(item)) {
        return i;
      }
    }
    return -1;
  }

  /** Where a pair that is not listed would stand. */
  int gap(PairItem item) {
    int place = 0;
    for (PairItem before : ordered) {
      if (before == item) {
        return place;
      }
      if (place < listed.size() && listed.get(place) == before) {
        place++;
      }
    }
    return 0;
  }
}
