package eifexplorer.ui.map;

import eifexplorer.projection.PlaneView;
import eifexplorer.projection.PointRaster;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.ThemeInks;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.SetChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The map itself: the points' pixels, what is drawn over them, mouse and wheel. Redrawn at most once a frame. */
public final class MapCanvas extends Region {
  private static final double WHEEL = 1.0016;
  private static final double STILL = 4;

  private final MapViewModel model;
  private final ReadOnlyObjectProperty<ShownMap> shown;
  private final ThemeInks inks;
  private final PixelPicture points;
  private final MapPainter painter;
  private final Canvas over = new Canvas();
  private final Rectangle clip = new Rectangle();
  private final List<Point2D> drawn = new ArrayList<>();
  private MapTool dragging = MapTool.MOVE;
  private @Nullable Point2D pressed;
  private @Nullable Point2D last;
  private boolean dirty = true;
  private boolean stale = true;

  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (dirty || stale) {
            redraw();
          }
        }
      };

  /**
   * A map.
   *
   * @param shown what is drawn
   * @param inks the theme's colours
   */
  MapCanvas(
      MapViewModel model,
      ReadOnlyObjectProperty<ShownMap> shown,
      ThemeInks inks,
      FxJobs jobs,
      NoticesViewModel notices) {
    this.model = model;
    this.shown = shown;
    this.inks = inks;
    points = new PixelPicture(jobs, notices, this::linesAreDue);
    painter = new MapPainter(model, inks);
    getStyleClass().add("map");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Texts.of("Map of the images. Arrows walk the pairs."));
    over.setMouseTransparent(true);
    setClip(clip);
    getChildren().addAll(points.node(), over);
    listen();
    mouse();
    sceneProperty()
        .addListener(
            (value, old, now) -> {
              if (now == null) {
                frames.stop();
              } else {
                stale = true;
                frames.start();
              }
            });
  }

  private void listen() {
    model.colours().looksProperty().addListener((value, old, now) -> stale = true);
    for (Observable pixels : new Observable[] {shown, model.camera().viewProperty()}) {
      pixels.addListener(observable -> stale = true);
    }
    for (Observable lines :
        new Observable[] {
          model.hoveredProperty(),
          model.chosenProperty(),
          model.lines().linesProperty(),
          model.lines().pairProperty(),
          model.lines().allPairsProperty(),
          model.selection().selectedProperty()
        }) {
      lines.addListener(observable -> dirty = true);
    }
    model.colours().hidden().addListener((SetChangeListener<Integer>) change -> dirty = true);
    model
        .toolProperty()
        .addListener(
            (value, old, now) ->
                setCursor(now == MapTool.MOVE ? Cursor.DEFAULT : Cursor.CROSSHAIR));
  }

  private void mouse() {
    addEventHandler(
        MouseEvent.MOUSE_MOVED, event -> model.point(shown.get(), event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.pointAway());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
  }

  private void linesAreDue() {
    dirty = true;
  }

  /** Paints all of it in the next frame. */
  void repaint() {
    stale = true;
  }

  private void press(MouseEvent event) {
    requestFocus();
    Point2D at = new Point2D(event.getX(), event.getY());
    pressed = at;
    last = at;
    dragging = tool(event);
    drawn.clear();
    drawn.add(at);
    model.pointAway();
  }

  /** Shift draws a lasso, Ctrl a rectangle, whatever the tool; what was begun goes on when the key is let go. */
  private MapTool tool(MouseEvent event) {
    if (event.isShiftDown()) {
      return MapTool.LASSO;
    }
    return event.isShortcutDown() ? MapTool.RECTANGLE : model.toolProperty().get();
  }

  private void dragged(MouseEvent event) {
    Point2D before = last;
    if (before == null || event.getButton() == MouseButton.SECONDARY) {
      return;
    }
    last = new Point2D(event.getX(), event.getY());
    if (dragging == MapTool.MOVE) {
      model.camera().drag(event.getX() - before.getX(), event.getY() - before.getY());
    } else {
      drawn.add(last);
      dirty = true;
    }
  }

  private void release(MouseEvent event) {
    Point2D began = pressed;
    pressed = null;
    last = null;
    if (began == null || event.getButton() != MouseButton.PRIMARY) {
      drawn.clear();
      return;
    }
    Point2D end = new Point2D(event.getX(), event.getY());
    if (event.isStillSincePress() || (drawn.size() < 2 && began.distance(end) < STILL)) {
      click(event);
    } else if (dragging != MapTool.MOVE) {
      model.pick(shown.get(), region(dragging, began, end));
    }
    drawn.clear();
    dirty = true;
  }

  private void click(MouseEvent event) {
    if (event.getClickCount() == 2) {
      model.openChosen();
    } else {
      model.click(shown.get(), event.getX(), event.getY());
    }
  }

  private PlaneRegion region(MapTool tool, Point2D began, Point2D end) {
    PlaneView view = model.camera().viewProperty().get();
    if (tool == MapTool.RECTANGLE) {
      return PlaneRegion.rectangle(
          view.x(began.getX()), view.y(began.getY()), view.x(end.getX()), view.y(end.getY()));
    }
    return new PlaneRegion(
        drawn.stream().mapToDouble(p -> view.x(p.getX())).toArray(),
        drawn.stream().mapToDouble(p -> view.y(p.getY())).toArray());
  }

  private void scroll(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      model.camera().zoom(Math.pow(WHEEL, event.getDeltaY()), event.getX(), event.getY());
      event.consume();
    }
  }

  /** Larger, or smaller, about the middle. */
  void zoom(double factor) {
    model.camera().zoom(factor, getWidth() / 2, getHeight() / 2);
  }

  private void redraw() {
    ShownMap map = shown.get();
    PlaneView view = model.camera().viewProperty().get();
    if (map == null || view.width() < 2) {
      over.getGraphicsContext2D().clearRect(0, 0, over.getWidth(), over.getHeight());
      points.node().setVisible(false);
      dirty = false;
      stale = false;
      return;
    }
    points.node().setVisible(true);
    PointColours colours = model.colours().now();
    if (stale && colours != null && colours.size() == map.layout().size()) {
      stale = false;
      int ground = inks.groundPixel();
      double radius = PointRaster.radius(map.layout().size(), model.camera().zoom());
      points.paint(map, view, () -> new PointRaster.Look(ground, colours.colours(), radius));
    }
    PlaneView under = points.inSight();
    painter.paint(over.getGraphicsContext2D(), map, under == null ? view : under);
    dirty = !painter.isWhole();
    outline(over.getGraphicsContext2D());
  }

  private void outline(GraphicsContext g) {
    if (drawn.size() < 2) {
      return;
    }
    g.setStroke(inks.accent());
    g.setLineWidth(1.5);
    g.setLineDashes(5, 4);
    Point2D first = drawn.get(0);
    Point2D end = drawn.get(drawn.size() - 1);
    if (dragging == MapTool.RECTANGLE) {
      g.strokeRect(
          Math.min(first.getX(), end.getX()),
          Math.min(first.getY(), end.getY()),
          Math.abs(end.getX() - first.getX()),
          Math.abs(end.getY() - first.getY()));
    } else {
      g.strokePolygon(
          drawn.stream().mapToDouble(Point2D::getX).toArray(),
          drawn.stream().mapToDouble(Point2D::getY).toArray(),
          drawn.size());
    }
  }

  /** Whether the points are drawn as a density. */
  boolean isDensity() {
    return points.isDensity();
  }

  /** How many pictures of the points were painted. */
  public long paintedFrames() {
    return points.frames();
  }

  private boolean isInSight() {
    return isVisible() && (getParent() == null || getParent().isVisible());
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    clip.setWidth(width);
    clip.setHeight(height);
    over.setWidth(width);
    over.setHeight(height);
    PlaneView view = model.camera().viewProperty().get();
    // The camera is shared with a map that is out of sight, which may have no size.
    if (isInSight() && (view.width() != width || view.height() != height)) {
      model.camera().resize(width, height);
    }
    stale = true;
  }
}
