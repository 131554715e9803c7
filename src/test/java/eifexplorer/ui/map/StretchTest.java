package eifexplorer.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class StretchTest {
  private static Stretch seen(double ax, double ay, double bx, double by) {
    return new Stretch(ax, ay, bx, by).within(0, 0, 100, 50);
  }

  @Test
  void whatIsInsideStaysAsItIs() {
    assertEquals(new Stretch(1, 2, 99, 50), seen(1, 2, 99, 50));
    assertEquals(new Stretch(7, 7, 7, 7), seen(7, 7, 7, 7));
  }

  @Test
  void whatIsOutsideIsCutOffAtBothEnds() {
    assertEquals(new Stretch(100, 25, 0, 25), seen(1e6, 25, -1e6, 25));
    assertEquals(new Stretch(50, 0, 50, 50), seen(50, -1024, 50, 1024));
    assertEquals(new Stretch(25, 0, 75, 50), seen(0, -25, 100, 75));
  }

  @Test
  void aLineThatPassesByIsNotSeen() {
    assertNull(seen(-10, 10, -1, 40));
    assertNull(seen(-10, 41, 20, 71));
    assertNull(seen(30, 51, 70, 51));
    assertNull(seen(300, 300, 300, 300));
  }
}
