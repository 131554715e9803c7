package eifexplorer.ui.explore.confusions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.confusion.Confusions;
import eifexplorer.ui.explore.confusions.MatrixViewModel.Cell;
import eifexplorer.ui.testing.ManyConfusions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixViewModelTest {
  private static final List<String> NAMES = List.of("Auk", "Bunting", "Crow", "Dove");

  private final MatrixViewModel model = new MatrixViewModel();

  private static ConfusionPair pair(int wrong, int confusedWith, int label, int other) {
    return new ConfusionPair(wrong, confusedWith, label, other, 0.3);
  }

  /** Two images a class; Crow is wrong twice, Auk and Dove once. */
  private static ClassMatrix small() {
    int[] labels = {0, 0, 1, 1, 2, 2, 3, 3};
    int[] nearest = {4, 0, 3, 2, 1, 7, 5, 6};
    return ClassMatrix.of(
        new ConfusionTable(
            new Confusions(
                labels,
                nearest,
                List.of(pair(0, 4, 0, 2), pair(4, 1, 2, 0), pair(5, 7, 2, 3), pair(6, 5, 3, 2)))),
        NAMES::get,
        3);
  }

  @Test
  void theClassesWithMostWrongImagesComeFirstIfAskedFor() {
    ClassMatrix matrix = small().in(MatrixOrder.MOST_WRONG);

    assertEquals(List.of("Crow", "Auk", "Dove"), matrix.names());
    assertEquals(List.of("Auk", "Crow", "Dove"), matrix.in(MatrixOrder.NAME).names());
  }

  @Test
  void aCellHasItsCountAndItsShareOfTheClass() {
    ClassMatrix matrix = small().in(MatrixOrder.MOST_WRONG);

    assertEquals(
        List.of(1, 0.5, 1, 0.5, 0, 0.0),
        List.of(
            matrix.count(0, 1),
            matrix.share(0, 1),
            matrix.count(1, 0),
            matrix.share(1, 0),
            matrix.count(1, 2),
            matrix.share(1, 2)));
    assertEquals(
        List.of(4, "3 pairs of 4 images", 0.5),
        List.of(matrix.shownImages(), matrix.all().text(), matrix.largestShare()));
  }

  @Test
  void anotherOrderMovesClassesAndCountsTogether() {
    ClassMatrix first = PairIndex.of(ManyConfusions.of(36, 8, Optional.empty())).matrix();
    for (MatrixOrder order : MatrixOrder.values()) {
      ClassMatrix moved = first.in(order);
      assertEquals(first.shownImages(), moved.shownImages());
      for (int row = 0; row < first.size(); row++) {
        int to = moved.indexOf(first.label(row));
        for (int column = 0; column < first.size(); column++) {
          assertEquals(
              first.count(row, column), moved.count(to, moved.indexOf(first.label(column))));
        }
      }
      assertEquals(first.names(), moved.in(MatrixOrder.LOOK_ALIKES).names());
    }
  }

  @Test
  void allConfusedClassesAreShownAndLookAlikesLieTogether() {
    ClassMatrix matrix = PairIndex.of(ManyConfusions.of(36, 8, Optional.empty())).matrix();

    assertEquals(36, matrix.size());
    assertEquals(matrix.all().images(), matrix.shownImages());
    assertTrue(apart(matrix) < apart(matrix.in(MatrixOrder.NAME)) / 2);
  }

  /** How far from the diagonal a pair lies on average. */
  private static double apart(ClassMatrix matrix) {
    double sum = 0;
    for (int row = 0; row < matrix.size(); row++) {
      for (int column = 0; column < matrix.size(); column++) {
        sum += matrix.count(row, column) * Math.abs(row - column);
      }
    }
    return sum / matrix.shownImages();
  }

  @Test
  void anotherOrderKeepsThePresentClasses() {
    model.show(small());
    String before = model.cellTextProperty().get();

    model.orderProperty().set(MatrixOrder.NAME);

    assertEquals(List.of("Auk", "Crow", "Dove"), model.matrixProperty().get().names());
    assertEquals(before, model.cellTextProperty().get());
  }

  @Test
  void theFullestCellIsTheFirst() {
    model.orderProperty().set(MatrixOrder.MOST_WRONG);
    model.show(small());

    assertEquals(new Cell(0, 1), model.cellProperty().get());
    assertEquals(
        "Crow → Auk: 1 pair, 50.0 % of the class's 2 images", model.cellTextProperty().get());
    assertTrue(model.cellHasPairsProperty().get());
  }

  @Test
  void stepsJumpOverTheDiagonalAndStopAtTheEdges() {
    model.orderProperty().set(MatrixOrder.MOST_WRONG);
    model.show(small());
    model.move(1, 0);
    Cell below = model.cellProperty().get();
    model.move(0, -1);
    model.move(0, -1);
    Cell left = model.cellProperty().get();
    model.last();
    Cell last = model.cellProperty().get();
    model.move(0, 1);

    assertEquals(
        List.of(new Cell(2, 1), new Cell(2, 0), new Cell(2, 1), new Cell(2, 1)),
        List.of(below, left, last, model.cellProperty().get()));
    assertEquals("Dove → Auk: no pair", model.cellTextProperty().get());
    assertFalse(model.cellHasPairsProperty().get());
  }

  @Test
  void theFirstCellOfARowIsNotOnTheDiagonal() {
    model.show(small());
    model.moveTo(0, 2);

    model.first();

    assertEquals(new Cell(0, 1), model.cellProperty().get());
  }

  @Test
  void withoutConfusionsThereIsNoCell() {
    model.show(PairIndex.EMPTY.matrix());
    model.move(1, 0);
    model.first();
    model.last();

    assertNull(model.cellProperty().get());
  }
}
