package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Tips;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The right edge of the column, which the mouse drags. */
final class ColumnEdge extends Region {
  private static final double WIDTH = 5;

  /**
   * An edge.
   *
   * @param column what it is the edge of
   * @param drag is told of the width wanted
   * @param reset is called on a double click
   */
  ColumnEdge(Region column, DoubleConsumer drag, Runnable reset) {
    getStyleClass().add("column-edge");
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    StackPane.setAlignment(this, Pos.CENTER_RIGHT);
    Tips.on(this, "Drag for more columns of pairs; double click for one");
    setOnMouseDragged(event -> drag.accept(column.sceneToLocal(event.getSceneX(), 0).getX()));
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            reset.run();
          }
        });
  }
}
