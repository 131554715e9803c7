package eifexplorer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Format;
import eifexplorer.experiment.ResultTable.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  @Test
  void cellsAreWrittenAsTheirColumnSays() {
    assertEquals("12", Column.whole("n", "n").text(12));
    assertEquals("0.50", Column.number("n", "n", 2).text(.5));
    assertEquals("+0.107", Column.signed("n", "n", 3).text(.1071));
    assertEquals("", Column.signed("n", "n", 3).text(null));
    Column small = Column.small("n", "n");
    assertEquals("4e-5", small.text(4e-5));
    assertEquals("4e-4", small.text(4e-4));
    assertEquals("8.91e-25", small.text(8.907e-25));
    assertEquals("0.025", small.text(.025));
    assertEquals("0", small.text(0.0));
    assertEquals("100", small.text(100.0));
    assertEquals("742", small.text(741.66));
  }

  @Test
  void aRowWithAnotherNumberOfCellsIsAnError() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ResultTable(
                "t", "T", 1, List.of(Column.text("a", "A")), List.of(Row.of("x", "y"))));
  }

  @Test
  void wordsAreWrittenInTheSameOrderByEveryProgram() {
    Map<String, String> words = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (char id = 'a'; id <= 'z'; id++) {
      words.put(id + "-" + (int) id, "");
      ids.add(id + "-" + (int) id);
    }
    Column column = new Column("way", "Way", Format.TEXT, 0, words);
    assertEquals(ids, List.copyOf(column.words().keySet()));
  }
}
