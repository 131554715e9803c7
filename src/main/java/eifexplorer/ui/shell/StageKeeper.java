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
        false);
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

  private static List<Rectangle2D> screens() {
    return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
  }

  private void bounds(Place place) {
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
  }

  /** The place moved and cut so that it is on a screen: the one it was on, else the first. */
  static Place onScreen(Place wanted, List<Rectangle2D> screens) {
    Rectangle2D screen =
        screens.stream()
            .filter(s -> s.contains(wanted.x() + Math.min(GRIP, wanted.width() / 2), wanted.y()))
            .findFirst()
            .orElse(screens.get(0));
    double width = Math.min(wanted.width(), screen.getWidth());
    double height = Math.min(wanted.height(), screen.getHeight());
    double x = within(wanted.x(), screen.getMinX(), screen.getMaxX() - width);
    double y = within(wanted.y(), screen.getMinY(), screen.getMaxY() - height);
    return new Place(x, y, width, height, wanted.maximised());
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
      normal = new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
    return Optional.ofNullable(normal)
        .map(p -> new Place(p.x(), p.y(), p.width(), p.height(), stage.isMaximized()));
  }
}
