package eifexplorer.ui.photo;

import eifexplorer.ui.kit.FxThread;
import eifexplorer.ui.kit.Painted;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * One photograph of the pair, whole or enlarged. The wheel or a pinch zooms at the pointer, dragging moves, a double click
 * switches between whole and 100 %; whether the other photograph does the same, {@link PairZoom} knows.
 */
public final class PhotoPane extends Region {
  private static final double WHEEL_STEP = 1.2;

  /** What one notch of a wheel reports; a touch pad reports less, more often. */
  private static final double NOTCH = 40;

  private final PictureLoader loader;
  private final PairZoom both;
  private final Zoom zoom;
  private final ImageView view = new ImageView();
  private final PictureView fallback;
  private final HeatLayer heat = new HeatLayer();
  private final Rectangle clip = new Rectangle();
  private PictureLoader.Ticket small = PictureLoader.Ticket.DONE;
  private PictureLoader.Ticket full = PictureLoader.Ticket.DONE;
  private final Painted painted = new Painted();
  private Runnable whenPainted = () -> {};
  private boolean ownPixels;
  private Consumer<OptionalInt> pointed = place -> {};
  private double dragX;
  private double dragY;

  /** A pane that shows what {@code zoom}, one of the two, says. */
  public PhotoPane(PictureLoader loader, PairZoom both, Zoom zoom) {
    this.loader = loader;
    this.both = both;
    this.zoom = zoom;
    this.fallback = new PictureView(loader, PictureView.SMALL, PictureView.Fit.WHOLE);
    getStyleClass().add("photo");
    clip.setArcWidth(12);
    clip.setArcHeight(12);
    setClip(clip);
    fallback.setVisible(false);
    getChildren().addAll(view, heat, fallback);
    zoom.stateProperty().addListener((value, old, now) -> requestLayout());
    setOnScroll(this::wheel);
    setOnZoom(this::pinch);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseClicked(this::clicked);
    setOnMouseMoved(event -> pointed.accept(placeAt(event.getX(), event.getY())));
    setOnMouseExited(event -> pointed.accept(OptionalInt.empty()));
  }

  /** Draws parts over the photograph, or takes them away. */
  public void showHeat(@Nullable HeatMap map) {
    heat.show(map);
    requestLayout();
  }

  /** Frames a place of the map that is drawn. */
  public void markPlace(OptionalInt place) {
    heat.mark(place);
  }

  /** Calls back with the place of the map that is pointed at, and when none is any more. */
  public void whenPlacePointedAt(Consumer<OptionalInt> newPointed) {
    pointed = newPointed;
  }

  private OptionalInt placeAt(double x, double y) {
    HeatMap map = heat.map();
    return map == null
        ? OptionalInt.empty()
        : map.placeAt(
            (x - heat.getLayoutX()) / heat.getWidth(), (y - heat.getLayoutY()) / heat.getHeight());
  }

  /** Has something told when a photograph, or what stands for one that can't be shown, has been painted. */
  public void setWhenPainted(Runnable told) {
    whenPainted = told;
  }

  /** Shows another photograph: its thumbnail at once if there is one, then its own pixels. */
  public void show(@Nullable Picture picture) {
    small.cancel();
    full.cancel();
    painted.cancel();
    view.setImage(null);
    ownPixels = false;
    zoom.drawnAt(0);
    boolean onFile = picture != null && picture.file().isPresent();
    fallback.setVisible(!onFile);
    fallback.show(onFile ? null : picture);
    if (picture != null && !onFile) {
      painted.then(whenPainted);
    }
    if (picture != null && onFile) {
      setAccessibleText(picture.subtitle() + ", " + picture.title());
      small =
          loader.load(picture.file().get(), PictureView.SMALL, this::thumbnailCame, failure -> {});
      full =
          loader.load(
              picture.file().get(),
              PictureLoader.FULL,
              this::pictureCame,
              failure -> failed(picture));
    }
  }

  private void thumbnailCame(Image image) {
    if (view.getImage() == null) {
      view.setImage(image);
      requestLayout();
    }
  }

  private void pictureCame(Image image) {
    ownPixels = true;
    view.setImage(image);
    requestLayout();
    painted.then(whenPainted);
  }

  /** The fallback asks again and says what is wrong in the picture's place. */
  private void failed(Picture picture) {
    fallback.setVisible(true);
    fallback.show(picture);
    painted.then(whenPainted);
  }

  /** With Shift, most systems report the wheel as one that turns sideways. */
  private void wheel(ScrollEvent event) {
    double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    if (turned != 0) {
      zoomAt(
          event.getX(),
          event.getY(),
          Math.pow(WHEEL_STEP, turned / NOTCH),
          both.movesAlone(event.isShiftDown()));
      event.consume();
    }
  }

  private void pinch(ZoomEvent event) {
    zoomAt(event.getX(), event.getY(), event.getZoomFactor(), both.movesAlone(event.isShiftDown()));
    event.consume();
  }

  private void zoomAt(double x, double y, double by, boolean alone) {
    Image image = view.getImage();
    if (image == null) {
      return;
    }
    Visible seen = seen(image);
    both.zoomBy(
        zoom,
        alone,
        by,
        shareAt(x - view.getLayoutX(), seen.x(), seen.scale(), image.getWidth()),
        shareAt(y - view.getLayoutY(), seen.y(), seen.scale(), image.getHeight()));
  }

  private static double shareAt(double point, double start, double scale, double whole) {
    return Math.max(0, Math.min(1, (start + point / scale) / whole));
  }

  private void pressed(MouseEvent event) {
    dragX = event.getX();
    dragY = event.getY();
  }

  private void dragged(MouseEvent event) {
    Image image = view.getImage();
    if (image == null || zoom.stateProperty().get().fits()) {
      return;
    }
    Visible seen = seen(image);
    Zoom.State now = zoom.stateProperty().get();
    // From what is seen: at the picture's edge that is less than what was asked for.
    double x = seen.x() + seen.width() / 2 - (event.getX() - dragX) / seen.scale();
    double y = seen.y() + seen.height() / 2 - (event.getY() - dragY) / seen.scale();
    dragX = event.getX();
    dragY = event.getY();
    both.moveBy(
        zoom,
        both.movesAlone(event.isShiftDown()),
        x / image.getWidth() - now.x(),
        y / image.getHeight() - now.y());
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      both.toggleActual(zoom, both.movesAlone(event.isShiftDown()));
    }
  }

  private Visible seen(Image image) {
    return Visible.of(
        getWidth(), getHeight(), image.getWidth(), image.getHeight(), zoom.stateProperty().get());
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  /** The readout that this changes is laid out too, before or after this pane. */
  private void drawn(Image image, Visible seen) {
    if (view.getImage() == image) {
      zoom.drawnAt(seen.scale());
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    clip.setWidth(width);
    clip.setHeight(height);
    fallback.resizeRelocate(0, 0, width, height);
    Image image = view.getImage();
    if (image == null || width <= 0 || height <= 0) {
      return;
    }
    Visible seen = seen(image);
    if (ownPixels) {
      FxThread.later(() -> drawn(image, seen));
    }
    double shownWidth = seen.width() * seen.scale();
    double shownHeight = seen.height() * seen.scale();
    view.setViewport(new Rectangle2D(seen.x(), seen.y(), seen.width(), seen.height()));
    view.setFitWidth(shownWidth);
    view.setFitHeight(shownHeight);
    view.setSmooth(seen.scale() < 3);
    double left = (width - shownWidth) / 2;
    double top = (height - shownHeight) / 2;
    view.relocate(left, top);
    heat.resizeRelocate(
        left - seen.x() * seen.scale(),
        top - seen.y() * seen.scale(),
        image.getWidth() * seen.scale(),
        image.getHeight() * seen.scale());
  }
}
