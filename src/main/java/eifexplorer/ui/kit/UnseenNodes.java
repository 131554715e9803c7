package eifexplorer.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Keeps out of a window what was never seen in it: what is hidden is styled, and gets its skins, all the same. */
public final class UnseenNodes {
  private UnseenNodes() {}

  /**
   * What to put into a pane for a node: the node itself, or if it is hidden something empty, whose place the node takes when
   * it is first made visible.
   */
  public static Node placeOf(Node node) {
    if (node.isVisible()) {
      return node;
    }
    Region place = new Region();
    place.setVisible(false);
    place.setManaged(false);
    node.visibleProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Boolean> value, Boolean old, Boolean now) {
                if (now && place.getParent() instanceof Pane pane) {
                  value.removeListener(this);
                  pane.getChildren().set(pane.getChildren().indexOf(place), node);
                  // Whoever shows it goes on to scroll, measure or focus what is in it.
                  node.applyCss();
                  pane.layout();
                }
              }
            });
    return place;
  }
}
