package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrollReachTest {
  @ParameterizedTest
  @CsvSource({
    "in sight, 100, 200, 500, 1000, 0.1, 0.1",
    "before, 100, 200, 500, 1000, 1, 0.2",
    "behind, 800, 900, 500, 1000, 0, 0.8",
    "longer than what is in sight, 100, 900, 500, 1000, 0, 0.2",
    "nothing to scroll, 100, 200, 1000, 1000, 0, 0",
  })
  void itScrollsNoFartherThanNeeded(
      String what, double from, double to, double seen, double whole, double now, double then) {
    assertEquals(then, ScrollReach.scrolled(from, to, seen, whole, now), 1e-9, what);
  }

  @Test
  void whatStaysInSightMovesWithIt() {
    assertEquals(
        List.of(-500.0, -250.0, 0.0, 0.0),
        List.of(
            ScrollReach.beyond(500, 1000, 0),
            ScrollReach.beyond(500, 1000, .5),
            ScrollReach.beyond(500, 1000, 1) + 0.0,
            ScrollReach.beyond(1000, 1000, 0) + 0.0));
  }
}
