package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.retrain.HeadComparison.Change;
import eifexplorer.retrain.HeadComparison.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTextTest {
  private static List<String> texts(Change change) {
    return List.of(ChangeText.before(change), ChangeText.after(change), ChangeText.change(change));
  }

  @Test
  void whatIsComparedHasOneScale() {
    assertEquals(
        List.of("0.148 ± 0.012", "0.253 ± 0.000", "+0.105 ± 0.012"),
        texts(
            new Change(
                new Spread(.1484, .0121), new Spread(.2531, .0002), new Spread(.1047, .012))));
    assertEquals(
        List.of("12.0 ± 1.4", "9.5 ± 0.7", "\u22122.5 ± 0.7"),
        texts(new Change(new Spread(12, 1.41), new Spread(9.5, .71), new Spread(-2.5, .7))));
  }
}
