package eifexplorer.ui.explore.confusions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.ui.explore.confusions.MatrixViewModel.Cell;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixViewportTest {
  private static MatrixViewport of(int size) {
    MatrixViewport sight = new MatrixViewport();
    sight.show(size);
    sight.resize(700, 600);
    return sight;
  }

  @Test
  void aFewClassesFillTheRoom() {
    MatrixViewport sight = of(24);

    assertEquals(25, sight.cell());
    assertEquals(700 / 24.0, sight.cellWidth(), 1e-9);
    assertTrue(sight.isWhole());
  }

  @Test
  void manyClassesAreReadableFirstAndWholeOnDemand() {
    MatrixViewport sight = of(196);
    assertEquals(MatrixViewport.READABLE, sight.cell());
    assertTrue(!sight.isWhole() && sight.endRow() < 196);

    sight.fit();

    assertTrue(sight.isWhole());
    assertEquals(196, sight.endRow());
  }

  @Test
  void everyCellCanBeBroughtIntoSight() {
    MatrixViewport sight = of(196);

    for (Cell cell : new Cell[] {new Cell(195, 0), new Cell(0, 195), new Cell(90, 120)}) {
      sight.reveal(cell);
      double x = sight.left(cell.column()) + sight.cellWidth() / 2;
      double y = sight.top(cell.row()) + sight.cell() / 2;
      assertEquals(Optional.of(cell), sight.at(x, y));
      assertTrue(x > 0 && x < 700 && y > 0 && y < 600);
    }
  }

  @Test
  void whatIsUnderTheMouseStaysThereWhenItGrows() {
    MatrixViewport sight = of(196);
    sight.reveal(new Cell(100, 100));
    Optional<Cell> under = sight.at(350, 300);

    sight.zoom(1.5, 350, 300);

    assertEquals(under, sight.at(350, 300));
  }

  @Test
  void nothingLiesBesideTheCells() {
    MatrixViewport sight = of(8);
    sight.scroll(5000, 5000);

    assertEquals(Optional.empty(), sight.at(690, 590));
    assertEquals(Optional.empty(), sight.at(-1, 20));
    assertEquals(Optional.of(new Cell(0, 0)), sight.at(3, 3));
  }
}
