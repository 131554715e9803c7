package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.workspace.WindowState.Place;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class StageKeeperTest {
  private static final List<StageKeeper.Surface> SCREENS =
      List.of(
          new StageKeeper.Surface(new Rectangle2D(0, 0, 1440, 900), 1),
          new StageKeeper.Surface(new Rectangle2D(1440, 0, 1280, 1024), 1));

  private static Place on(double x, double y, double width, double height) {
    return StageKeeper.onScreen(new Place(x, y, width, height, false, 1), SCREENS);
  }

  @Test
  void aWindowOnAScreenStaysWhereItIs() {
    assertEquals(new Place(1500, 50, 1100, 700, false, 1), on(1500, 50, 1100, 700));
  }

  @Test
  void aWindowOfAScreenThatIsGoneComesToTheFirst() {
    assertEquals(new Place(340, 200, 1100, 700, false, 1), on(4000, 300, 1100, 700));
  }

  @Test
  void aWindowLargerThanTheScreenIsCut() {
    assertEquals(new Place(0, 0, 1440, 900, false, 1), on(10, 10, 2560, 1440));
  }

  @Test
  void aWindowLeftAtTwiceTheSizeTakesAsManyPixelsOfTheScreen() {
    Place left = new Place(800, 20, 550, 400, true, 2);

    assertEquals(new Place(1600, 40, 1100, 800, true, 1), StageKeeper.onScreen(left, SCREENS));
  }

  @Test
  void aWindowOfAFinerScreenStaysThereAsItIs() {
    List<StageKeeper.Surface> screens =
        List.of(SCREENS.get(0), new StageKeeper.Surface(new Rectangle2D(1440, 0, 1280, 1024), 2));
    Place left = new Place(1500, 50, 1100, 700, false, 2);

    assertEquals(left, StageKeeper.onScreen(left, screens));
  }

  @Test
  void aPlaceKeptWithoutAScaleIsTakenAsItIs() {
    assertEquals(
        new Place(1500, 50, 1100, 700, false, 1),
        StageKeeper.onScreen(new Place(1500, 50, 1100, 700, false, 0), SCREENS));
  }
}
