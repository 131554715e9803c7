package eifexplorer.ui.explore.strips;

import java.util.List;
import javafx.scene.Node;

/** How tiles share the width there is. */
final class TileGrid {
  /** Between tiles. */
  static final double GAP = 8;

  private TileGrid() {}

  /** How many tiles fit side by side, at least 1. */
  static int columns(double width, TileSize size) {
    return Math.max(1, (int) ((width + GAP) / (size.narrowest() + GAP)));
  }

  /** Puts tiles side by side on whole points. */
  static void layoutRow(List<Node> tiles, int columns, double width, double height) {
    double tile = (width - GAP * (columns - 1)) / columns;
    for (int i = 0; i < tiles.size(); i++) {
      double left = Math.round(i * (tile + GAP));
      double right = Math.round(i * (tile + GAP) + tile);
      tiles.get(i).resizeRelocate(left, 0, right - left, height);
    }
  }
}
