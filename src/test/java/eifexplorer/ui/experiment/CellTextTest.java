package eifexplorer.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.experiment.ResultTable.Column;
import org.junit.jupiter.api.Test;

class CellTextTest {
  @Test
  void numbersAreWrittenAsOnEveryScreen() {
    assertEquals("1,118", CellText.of(Column.whole("pairs", "Pairs"), 1118));
    assertEquals("\u22120.1200", CellText.of(Column.number("rho", "ρ", 4), -.12));
    assertEquals("\u22120.120", CellText.of(Column.signed("change", "Δd", 3), -.12));
    assertEquals("+0.120", CellText.of(Column.signed("change", "Δd", 3), .12));
    assertEquals("0.000", CellText.of(Column.signed("change", "Δd", 3), 0.0));
    assertEquals("0.000", CellText.of(Column.signed("change", "Δd", 3), -.0004));
    assertEquals("4.10×10⁻⁵", CellText.of(Column.small("p", "p"), 4.1e-5));
    assertEquals("4e-5", CellText.of(Column.setting("rate", "Rate"), 4e-5));
    assertEquals("0.0312", CellText.of(Column.small("p", "p"), .03124));
  }

  @Test
  void anImageIsItsFilesNameAndNothingIsNothing() {
    assertEquals("1.jpg", CellText.of(Column.path("path", "Image"), "bird/1.jpg"));
    assertEquals("", CellText.of(Column.small("p", "p"), null));
  }
}
