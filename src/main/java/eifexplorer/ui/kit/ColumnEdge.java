package eifexplorer.ui.kit;

import java.util.function.DoubleConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The left or right edge of a column, which the mouse drags; to be laid over the column in a {@link StackPane}. */
public final class ColumnEdge extends Region {
  private static final double WIDTH = 5;

  /**
   * An edge.
   *
   * @param column what it is the edge of
   * @param side of the column, left or right
   * @param tip what dragging is good for
   * @param drag is told of the width wanted
   * @param reset is called on a double click
   */
  public ColumnEdge(Region column, HPos side, String tip, DoubleConsumer drag, Runnable reset) {
    getStyleClass().add("column-edge");
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    boolean right = side == HPos.RIGHT;
    StackPane.setAlignment(this, right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    Tips.on(this, tip);
    setOnMouseDragged(
        event -> {
          double x = column.sceneToLocal(event.getSceneX(), 0).getX();
          drag.accept(right ? x : column.getWidth() - x);
        });
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            reset.run();
          }
        });
  }
}
