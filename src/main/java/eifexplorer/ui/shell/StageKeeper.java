package eifexplorer.ui.shell;

import eifexplorer.workspace.WindowState.Place;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Puts a window where it was left, inside the screens there are now, and tells where it is. */
final class StageKeeper {
  /** So much of the upper edge must be on a screen that the window can be taken hold of, in pixels. */
  private static final double GRIP = 120;

  private final Stage stage;
  private @Nullable Place normal;

  StageKeeper(Stage stage) {
    this.stage = stage;
  }

  /** Puts the window somewhere. */
  void place(Place wanted) {
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    Place place = onScreen(wanted, screens);
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    stage.setMaximized(place.maximised());
    normal = place;
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

  /** Where the window is; while it is maximised or minimised, where it was before. */
  Optional<Place> current() {
    if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
      normal = new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
    return Optional.ofNullable(normal)
        .map(p -> new Place(p.x(), p.y(), p.width(), p.height(), stage.isMaximized()));
  }
}
