package eifexplorer.ui.photo;

import eifexplorer.image.PictureShare;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A {@link HeatMap} over a picture; whoever shows it makes it as large as the whole picture is drawn. Every place is a cell
 * of one colour, since nothing is known about points between places. What the network did not see lies in shadow.
 */
public final class HeatLayer extends Region {
  private final ImageView cells = new ImageView();
  private final Rectangle mark = new Rectangle();
  private final Path shadow = new Path();
  private @Nullable HeatMap map;
  private OptionalInt marked = OptionalInt.empty();

  /** A layer that shows nothing. */
  public HeatLayer() {
    getStyleClass().add("heat-layer");
    mark.getStyleClass().add("heat-mark");
    shadow.getStyleClass().add("heat-shadow");
    shadow.setFillRule(FillRule.EVEN_ODD);
    cells.setSmooth(false);
    List.of(shadow, cells, mark).forEach(child -> child.setManaged(false));
    setMouseTransparent(true);
    getChildren().addAll(shadow, cells, mark);
    show(null);
  }

  /** Shows another map, or nothing. */
  public void show(@Nullable HeatMap newMap) {
    map = newMap;
    setVisible(map != null);
    cells.setImage(map == null ? null : HeatColours.image(map));
    requestLayout();
  }

  /** The map that is shown. */
  @Nullable HeatMap map() {
    return map;
  }

  /** Frames a place, counted row by row, in place of the map: what lies under it is to be seen. */
  public void mark(OptionalInt place) {
    marked = place;
    cells.setVisible(place.isEmpty());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (map == null) {
      return;
    }
    PictureShare seen = map.seen();
    double x = seen.left() * getWidth();
    double y = seen.top() * getHeight();
    double width = seen.width() * getWidth();
    double height = seen.height() * getHeight();
    cells.setFitWidth(width);
    cells.setFitHeight(height);
    cells.relocate(x, y);
    shadow.getElements().clear();
    outline(0, 0, getWidth(), getHeight());
    outline(x, y, width, height);
    layoutMark(map, x, y, width, height);
  }

  private void outline(double x, double y, double width, double height) {
    shadow
        .getElements()
        .addAll(
            new MoveTo(x, y),
            new LineTo(x + width, y),
            new LineTo(x + width, y + height),
            new LineTo(x, y + height),
            new ClosePath());
  }

  private void layoutMark(HeatMap of, double x, double y, double width, double height) {
    mark.setVisible(marked.isPresent());
    marked.ifPresent(
        place -> {
          double cellWidth = width / of.parts().columns();
          double cellHeight = height / of.parts().rows();
          mark.setX(x + place % of.parts().columns() * cellWidth);
          int row = place / of.parts().columns();
          mark.setY(y + row * cellHeight);
          mark.setWidth(cellWidth);
          mark.setHeight(cellHeight);
        });
  }
}
