package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileSizeTest {
  @Test
  void photographsThatShareTheirRoomTakeOfTheTilesUnlessTheWindowIsTall() {
    assertEquals(
        List.of(
            TileSize.USUAL,
            TileSize.COMPACT,
            TileSize.LARGE,
            TileSize.LARGE,
            TileSize.COMPACT,
            TileSize.LEAST),
        List.of(
            TileSize.of(false, false, 860),
            TileSize.of(false, true, 860),
            TileSize.of(false, false, 1400),
            TileSize.of(false, true, 1400),
            TileSize.of(true, false, 1400),
            TileSize.of(true, true, 640)));
  }
}
