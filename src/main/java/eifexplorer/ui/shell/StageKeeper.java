package eifexplorer.ui.shell;

import eifexplorer.workspace.WindowState.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Puts a window where it was left, inside the screens there are now, and tells where it is. */
final class StageKeeper {
  /** So much of the upper edge must be on a screen that the window can be taken hold of, in pixels. */
  private static final double GRIP = 120;

  /**
   * A screen.
   *
   * @param bounds what a window may take of it, in the window's pixels
   * @param scale pixels of the screen for each of these
   */
  record Surface(Rectangle2D bounds, double scale) {
    private static Surface of(Screen screen) {
      return new Surface(screen.getVisualBounds(), screen.getOutputScaleX());
    }

    private boolean holds(Place wanted) {
      Place place = wanted.at(scale);
      return bounds.contains(place.x() + Math.min(GRIP, place.width() / 2), place.y());
    }
  }

  private final Stage stage;
  private final BooleanSupplier asking;
  private @Nullable Place normal;

  /** Whether the window manager had time to say where the window is; GTK tells the least size before. */
  private boolean settled;

  /** Keeps a window's place; while a dialog of it shows its size is not the user's. */
  StageKeeper(Stage stage, BooleanSupplier asking) {
    this.stage = stage;
    this.asking = asking;
    stage.maximizedProperty().addListener((value, old, now) -> maximised(now));
  }

  /** A window that began maximised has no other size for GTK, which leaves it as large as the screen. */
  private void maximised(boolean now) {
    if (!now && normal != null && !asking.getAsBoolean()) {
      bounds(normal);
    }
  }

  /** Puts the window somewhere. */
  void place(Place wanted) {
    Place place = onScreen(wanted, screens());
    bounds(place);
    stage.setMaximized(place.maximised());
    normal = place;
  }

  /** In the middle of a screen. */
  static Place centred(double width, double height, Rectangle2D screen) {
    return new Place(
        screen.getMinX() + (screen.getWidth() - width) / 2,
        screen.getMinY() + (screen.getHeight() - height) / 2,
        width,
        height,
        false,
        0);
  }

  /**
   * Once the window is where the window manager put it: brings it back if its upper edge, where it is taken hold of, is out
   * of sight.
   */
  void keepOnScreen() {
    settled = true;
    current()
        .filter(place -> !place.maximised())
        .ifPresent(
            place -> {
              Place inside = onScreen(place, screens());
              if (inside.x() != place.x() || inside.y() != place.y()) {
                bounds(inside);
              }
            });
  }

  private static List<Surface> screens() {
    return Screen.getScreens().stream().map(Surface::of).toList();
  }

  private void bounds(Place place) {
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
  }

  /**
   * The place moved and cut so that it is on a screen: the one it was on, else the first. It takes as many pixels of the
   * screen as before, should the program's size be another now.
   */
  static Place onScreen(Place wanted, List<Surface> screens) {
    Surface screen =
        screens.stream().filter(s -> s.holds(wanted)).findFirst().orElse(screens.get(0));
    Place place = wanted.at(screen.scale());
    Rectangle2D bounds = screen.bounds();
    double width = Math.min(place.width(), bounds.getWidth());
    double height = Math.min(place.height(), bounds.getHeight());
    double x = within(place.x(), bounds.getMinX(), bounds.getMaxX() - width);
    double y = within(place.y(), bounds.getMinY(), bounds.getMaxY() - height);
    return new Place(x, y, width, height, place.maximised(), place.scale());
  }

  private static double within(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  /** Where the window is; while it is maximised or minimised, where it was before. Empty while that can't be told. */
  Optional<Place> current() {
    if (asking.getAsBoolean()) {
      return Optional.empty();
    }
    if (settled && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
      normal =
          new Place(
              stage.getX(),
              stage.getY(),
              stage.getWidth(),
              stage.getHeight(),
              false,
              stage.getOutputScaleX());
    }
    return Optional.ofNullable(normal)
        .map(p -> new Place(p.x(), p.y(), p.width(), p.height(), stage.isMaximized(), p.scale()));
  }
}
