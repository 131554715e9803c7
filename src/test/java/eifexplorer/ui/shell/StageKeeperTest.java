package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.workspace.WindowState.Place;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class StageKeeperTest {
  private static final List<Rectangle2D> SCREENS =
      List.of(new Rectangle2D(0, 0, 1440, 900), new Rectangle2D(1440, 0, 1280, 1024));

  private static Place on(double x, double y, double width, double height) {
    return StageKeeper.onScreen(new Place(x, y, width, height, false), SCREENS);
  }

  @Test
  void aWindowOnAScreenStaysWhereItIs() {
    assertEquals(new Place(1500, 50, 1100, 700, false), on(1500, 50, 1100, 700));
  }

  @Test
  void aWindowOfAScreenThatIsGoneComesToTheFirst() {
    assertEquals(new Place(340, 200, 1100, 700, false), on(4000, 300, 1100, 700));
  }

  @Test
  void aWindowLargerThanTheScreenIsCut() {
    assertEquals(new Place(0, 0, 1440, 900, false), on(10, 10, 2560, 1440));
  }
}
