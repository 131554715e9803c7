package eifexplorer.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A small sheet under the control that opened it, inside the window; closed by that control, Escape or a click beside it. */
public final class Flyout {
  private static final double GAP = 4;
  private static final double MARGIN = 8;

  private final Pane host;
  private final ChangeListener<Boolean> sized = (value, old, now) -> place();
  private final EventHandler<MouseEvent> pressed = this::pressed;
  private @Nullable Region content;
  private @Nullable Node anchor;
  private @Nullable Scene scene;
  private boolean byMouse;
  private Runnable whenLeft = () -> {};

  /** Sheets over this pane. */
  public Flyout(Pane host) {
    this.host = host;
    host.layoutBoundsProperty().addListener((value, old, now) -> place());
  }

  /** Opens the sheet under a control, or closes it if it is open. */
  public void toggle(Node newAnchor, Region newContent) {
    toggle(newAnchor, newContent, () -> {});
  }

  /**
   * The same for a sheet that something is written in.
   *
   * @param newWhenLeft done before a press of the mouse elsewhere closes the sheet
   */
  public void toggle(Node newAnchor, Region newContent, Runnable newWhenLeft) {
    boolean same = content == newContent;
    close();
    if (!same) {
      anchor = newAnchor;
      byMouse = newAnchor.isHover();
      content = newContent;
      whenLeft = newWhenLeft;
      newContent.setManaged(false);
      if (!newContent.getStyleClass().contains("flyout")) {
        newContent.getStyleClass().add("flyout");
      }
      host.getChildren().add(newContent);
      place();
      newContent.needsLayoutProperty().addListener(sized);
      Scene shownIn = host.getScene();
      shownIn.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
      scene = shownIn;
      newContent.requestFocus();
    }
  }

  /** Closes the sheet and hands the focus back to where it is of use: to the control only if that was reached by keyboard; false if none is open. */
  public boolean close() {
    if (content == null || anchor == null || scene == null) {
      return false;
    }
    content.needsLayoutProperty().removeListener(sized);
    host.getChildren().remove(content);
    scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
    Node back = byMouse ? scene.getRoot() : anchor;
    back.requestFocus();
    content = null;
    anchor = null;
    return true;
  }

  private void place() {
    if (content == null || anchor == null) {
      return;
    }
    content.applyCss();
    double width = Math.min(content.prefWidth(-1), host.getWidth() - 2 * MARGIN);
    double height = Math.min(content.prefHeight(width), host.getHeight() - 2 * MARGIN);
    Bounds under = host.sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
    double x = Math.min(under.getMinX(), host.getWidth() - MARGIN - width);
    double y = Math.min(under.getMaxY() + GAP, host.getHeight() - MARGIN - height);
    content.resizeRelocate(
        Math.rint(Math.max(MARGIN, x)), Math.rint(Math.max(MARGIN, y)), width, height);
  }

  private void pressed(MouseEvent event) {
    if (content != null && anchor != null && !inside(event, content) && !inside(event, anchor)) {
      whenLeft.run();
      close();
    }
  }

  private static boolean inside(MouseEvent event, Node node) {
    for (Node at = (Node) event.getTarget(); at != null; at = at.getParent()) {
      if (at == node) {
        return true;
      }
    }
    return false;
  }
}
