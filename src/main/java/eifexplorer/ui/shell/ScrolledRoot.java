package eifexplorer.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A window's nodes on a screen that is too small for them, as with everything twice as large: they keep the room they need
 * and are scrolled; what has the keyboard comes into sight.
 */
final class ScrolledRoot extends ScrollPane {
  private final Region content;

  /**
   * The same properties as the content's, which are looked for at the scene's root.
   *
   * @param corner lies over all of the content and has what it shows at the lower right: that stays in sight
   */
  ScrolledRoot(Region content, Region corner, double leastWidth, double leastHeight) {
    super(content);
    this.content = content;
    content.setMinSize(leastWidth, leastHeight);
    getProperties().putAll(content.getProperties());
    getStyleClass().add("scrolled-root");
    setFitToWidth(true);
    setFitToHeight(true);
    setFocusTraversable(false);
    sceneProperty()
        .flatMap(scene -> scene.focusOwnerProperty())
        .addListener((value, old, now) -> show(now));
    keepInSight(corner);
  }

  private void keepInSight(Region corner) {
    StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
    corner.maxWidthProperty().bind(viewportBoundsProperty().map(Bounds::getWidth));
    corner
        .translateXProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    ScrollReach.beyond(
                        getViewportBounds().getWidth(), content.getWidth(), getHvalue()),
                viewportBoundsProperty(),
                content.widthProperty(),
                hvalueProperty()));
    corner
        .translateYProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    ScrollReach.beyond(
                        getViewportBounds().getHeight(), content.getHeight(), getVvalue()),
                viewportBoundsProperty(),
                content.heightProperty(),
                vvalueProperty()));
  }

  private void show(Node focused) {
    if (focused == null || focused == this || focused == content) {
      return;
    }
    Bounds place = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
    Bounds seen = getViewportBounds();
    setHvalue(
        ScrollReach.scrolled(
            place.getMinX(), place.getMaxX(), seen.getWidth(), content.getWidth(), getHvalue()));
    setVvalue(
        ScrollReach.scrolled(
            place.getMinY(), place.getMaxY(), seen.getHeight(), content.getHeight(), getVvalue()));
  }
}
