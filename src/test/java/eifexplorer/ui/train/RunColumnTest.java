package eifexplorer.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunColumnTest {
  private static List<String> ids(List<RunColumn> columns) {
    return columns.stream().map(RunColumn::id).toList();
  }

  @Test
  void eachHasAnIdOfItsOwn() {
    assertEquals(
        RunColumn.ALL.size(), RunColumn.ALL.stream().map(RunColumn::id).distinct().count());
  }

  @Test
  void chosenColumnsStandInTheTablesOrder() {
    assertEquals(
        List.of("SEED", "recall_at_4", "HEAD_RATE"),
        ids(RunColumn.named(List.of("HEAD_RATE", "of another version", "recall_at_4", "SEED"))));
    assertEquals(RunColumn.USUAL, RunColumn.named(List.of("of another version")));
  }

  @Test
  void aNarrowTableDoesWithoutTheLeastTelling() {
    assertEquals(RunColumn.USUAL, RunColumn.fitting(RunColumn.USUAL, 600));
    assertEquals(
        List.of("SEED", "state", "epoch", "recall_at_1", "map_at_r", "nmi", "time"),
        ids(RunColumn.fitting(RunColumn.USUAL, 500)));
    assertEquals(
        List.of("state", "epoch", "recall_at_1", "map_at_r"),
        ids(RunColumn.fitting(RunColumn.USUAL, 300)));
  }
}
