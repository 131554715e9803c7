package eifexplorer.ui.explore.confusions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import eifexplorer.confusion.ClassPairCount;
import eifexplorer.confusion.ClassSummary;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowListViewModelTest {
  private static final List<String> NAMES = List.of("Auk", "Bunting", "Crow", "Dove");

  private final RowListViewModel<ClassPairRow> pairs =
      new RowListViewModel<>("class pair", "class pairs", ClassPairRow.ORDERS);
  private final RowListViewModel<ClassRow> classes =
      new RowListViewModel<>("class", "classes", ClassRow.ORDERS);

  @BeforeEach
  void show() {
    pairs.show(
        List.of(pair(0, 1, 2, 0.5), pair(0, 2, 7, 0.2), pair(2, 0, 2, 0.1), pair(3, 1, 4, 0.4)));
    classes.show(
        List.of(summary(0, 10, 9, 2), summary(1, 20, 0), summary(2, 4, 2, 0), summary(3, 8, 4, 1)));
  }

  private static ClassPairRow pair(int wrong, int confused, int count, double distance) {
    return ClassPairRow.of(new ClassPairCount(wrong, confused, count, distance), NAMES::get);
  }

  private static ClassRow summary(int label, int samples, int wrong, Integer... with) {
    return ClassRow.of(new ClassSummary(label, samples, wrong, List.of(with)), NAMES::get);
  }

  private List<String> pairNames() {
    return pairs.visible().stream().map(row -> row.wrongClass() + row.confusedClass()).toList();
  }

  private List<String> classNames() {
    return classes.visible().stream().map(ClassRow::name).toList();
  }

  @Test
  void theMostFrequentComeFirst() {
    assertEquals(List.of("AukCrow", "DoveBunting", "AukBunting", "CrowAuk"), pairNames());
    assertEquals(List.of("Auk", "Crow", "Dove", "Bunting"), classNames());
  }

  @Test
  void everyColumnSortsInItsOwnDirection() {
    pairs.sortBy(ClassPairRow.ORDERS.get(1));
    assertEquals(List.of("AukBunting", "AukCrow", "CrowAuk", "DoveBunting"), pairNames());
    pairs.sortBy(ClassPairRow.ORDERS.get(2));
    assertEquals(List.of("CrowAuk", "AukBunting", "DoveBunting", "AukCrow"), pairNames());
    pairs.sortBy(ClassPairRow.ORDERS.get(3));
    assertEquals(List.of("CrowAuk", "AukCrow", "DoveBunting", "AukBunting"), pairNames());
    classes.sortBy(ClassRow.ORDERS.get(2));
    assertEquals(List.of("Auk", "Dove", "Crow", "Bunting"), classNames());
  }

  @Test
  void theSameColumnAgainSortsTheOtherWayRound() {
    classes.sortBy(ClassRow.ORDERS.get(1));
    classes.sortBy(ClassRow.ORDERS.get(1));

    assertEquals(List.of("Dove", "Crow", "Bunting", "Auk"), classNames());
  }

  @Test
  void theSearchLooksAtBothClasses() {
    pairs.search("auk");

    assertEquals(List.of("AukCrow", "AukBunting", "CrowAuk"), pairNames());
    assertEquals("3 of 4 class pairs", pairs.countTextProperty().get());
  }

  @Test
  void theChosenLineStaysChosen() {
    ClassRow dove = classes.visible().get(2);
    classes.selectedProperty().set(dove);

    classes.sortBy(ClassRow.ORDERS.get(1));
    classes.search("crow");
    assertEquals(dove, classes.selectedProperty().get());

    classes.show(List.of());
    assertNull(classes.selectedProperty().get());
  }

  @Test
  void aLineIsReadAloudWhole() {
    assertEquals(
        "Auk taken for Crow, 7 pairs, mean distance 0.200", pairs.visible().get(0).spoken());
    assertEquals(
        "Auk, 9 of 10 wrong, 90.0 %, confused with Crow", classes.visible().get(0).spoken());
    assertEquals("Bunting, 0 of 20 wrong, 0.0 %", classes.visible().get(3).spoken());
  }
}
