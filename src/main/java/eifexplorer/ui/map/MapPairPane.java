package eifexplorer.ui.map;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/** One map, or two beside each other that are equally wide to the pixel, since both are seen through one camera. */
final class MapPairPane extends Region {
  private static final double GAP = 1;

  private final Node before;
  private final Node after;

  MapPairPane(Node before, Node after) {
    this.before = before;
    this.after = after;
    getStyleClass().add("map-pair");
    before.setVisible(false);
    getChildren().addAll(before, after);
  }

  /** Shows the map before, too, or no longer. */
  void showBoth(boolean both) {
    before.setVisible(both);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    boolean both = before.isVisible();
    double width = both ? Math.floor((getWidth() - GAP) / 2) : getWidth();
    if (both) {
      before.resizeRelocate(0, 0, width, getHeight());
    }
    after.resizeRelocate(both ? width + GAP : 0, 0, width, getHeight());
  }
}
