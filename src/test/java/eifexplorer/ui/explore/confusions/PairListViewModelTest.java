package eifexplorer.ui.explore.confusions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.ui.testing.SampleSession;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PairListViewModelTest {
  private final PairIndex index = PairIndex.of(SampleSession.of(Optional.empty()));
  private final PairListViewModel list =
      new PairListViewModel(javafx.collections.FXCollections.observableSet(), () -> 0);

  @BeforeEach
  void show() {
    list.show(index);
  }

  @Test
  void theNearestPairComesFirstAndIsChosen() {
    PairItem nearest =
        index.items().stream()
            .min(Comparator.comparingDouble(item -> item.pair().distance()))
            .orElseThrow();

    assertSame(nearest, list.selectedProperty().get());
  }

  @Test
  void everyOrderSortsAllPairs() {
    for (PairOrder order : PairOrder.values()) {
      list.orderProperty().set(order);

      assertEquals(
          index.items().stream().sorted(order.comparator()).toList(),
          list.visible(),
          order.title());
    }
  }

  @Test
  void everyWordOfTheFilterMustOccur() {
    list.filterProperty().set("oriole  FORK");

    assertTrue(
        !list.visible().isEmpty()
            && list.visible().stream()
                .map(item -> item.wrongClass() + item.confusedClass())
                .allMatch(names -> names.contains("Oriole") && names.contains("Fork")));
  }

  @Test
  void fileNamesAreSearchedToo() {
    String file = index.items().get(3).wrong().fileName();

    list.filterProperty().set(file);

    assertTrue(list.visible().contains(index.items().get(3)) && list.visible().size() < 4);
  }

  @Test
  void theCountSaysOfHowMany() {
    String all = list.countTextProperty().get();
    list.filterProperty().set(index.items().get(0).wrong().fileName());

    assertEquals(
        List.of("22 pairs", list.visible().size() + " of 22 pairs"),
        List.of(all, list.countTextProperty().get()));
  }

  @Test
  void stepsStopAtTheEnds() {
    list.previous();
    int first = list.positionProperty().get();
    for (int i = 0; i < 50; i++) {
      list.next();
    }

    assertEquals(List.of(0, 21), List.of(first, list.positionProperty().get()));
  }

  @Test
  void typingDoesNotChangeWhatIsLookedAt() {
    PairItem chosen = list.selectedProperty().get();

    list.filterProperty().set("no such name");

    assertEquals(
        List.of(chosen, -1, 0),
        List.of(
            list.selectedProperty().get(), list.positionProperty().get(), list.visible().size()));
  }

  @Test
  void theNextStepFromAHiddenPairGoesToTheFirstListed() {
    list.filterProperty().set(index.items().get(3).wrong().fileName());
    list.select(index.items().get(0));

    list.next();

    assertSame(list.visible().get(0), list.selectedProperty().get());
  }

  @Test
  void aReorderedListKeepsTheChosenPair() {
    PairItem third = list.visible().get(2);
    list.select(third);

    list.orderProperty().set(PairOrder.FARTHEST);

    assertEquals(
        List.of(third, 19), List.of(list.selectedProperty().get(), list.positionProperty().get()));
  }
}
