package eifexplorer.ui.explore.confusions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.ui.testing.ManyConfusions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of eight mutual pairs, which are there twice, and eight others. */
class ListedPairsTest {
  private final PairIndex index = PairIndex.of(ManyConfusions.mutual(8));
  private final List<PairItem> all = index.inOrder(PairOrder.NEAREST);
  private final ListedPairs pairs = new ListedPairs();

  @BeforeEach
  void listAll() {
    pairs.order(all);
    pairs.list(item -> true);
  }

  private PairItem reversed(PairItem item) {
    return index.item(item.key().reversed()).orElseThrow();
  }

  @Test
  void ofTwoPairsOfTheSameImagesTheFirstInTheOrderIsListed() {
    List<PairItem> once = new ArrayList<>();
    for (PairItem item : all) {
      if (!item.mutual() || !once.contains(reversed(item))) {
        once.add(item);
      }
    }

    assertEquals(24, all.size());
    assertEquals(16, once.size());
    assertEquals(once, pairs.view());
  }

  @Test
  void ofTwoPairsOfTheSameImagesTheWantedOneIsListed() {
    PairItem first = pairs.view().get(0);

    pairs.list(item -> item != first);

    assertEquals(16, pairs.view().size());
    assertEquals(0, pairs.indexOf(first));
    assertEquals(reversed(first), pairs.view().get(0));
  }

  @Test
  void anotherOrderIsSeenOnceThePairsAreListedAgain() {
    List<PairItem> nearest = List.copyOf(pairs.view());
    List<PairItem> farthest = index.inOrder(PairOrder.FARTHEST);

    pairs.order(farthest);
    assertEquals(nearest, pairs.view());
    assertEquals(Optional.of(farthest.get(0)), pairs.first(item -> true));

    pairs.list(item -> true);
    assertEquals(farthest.get(0), pairs.view().get(0));
  }

  @Test
  void whatWasTakenOutComesBackToItsPlace() {
    List<PairItem> before = List.copyOf(pairs.view());
    pairs.remove(7);
    pairs.remove(6);
    pairs.remove(3);
    assertEquals(-1, pairs.indexOf(before.get(6)));

    pairs.add(before.get(7));
    pairs.add(before.get(3));
    assertEquals(6, pairs.gap(before.get(6)));
    pairs.add(before.get(6));

    assertEquals(before, pairs.view());
  }
}
