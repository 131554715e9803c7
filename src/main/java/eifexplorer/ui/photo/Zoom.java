package eifexplorer.ui.photo;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How much of a photograph is seen, and how large that comes out. */
public final class Zoom {
  private static final double LARGEST = 16;

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.FIT);
  private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper();

  /**
   * A zoom.
   *
   * @param actual true if {@code factor} counts from 100 % (a picture's pixel is a point of the screen), false if from
   *     the whole picture
   * @param factor enlargement over that
   * @param x centre of what is seen, as a share of the picture's width, 0..1
   * @param y the same of its height
   */
  public record State(boolean actual, double factor, double x, double y) {
    static final State FIT = new State(false, 1, 0.5, 0.5);

    /** True if the whole picture is seen. */
    public boolean fits() {
      return !actual && factor == 1;
    }
  }

  /** The zoom as it is. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Screen points per pixel of the picture, as it is drawn; 0 while none is. */
  public ReadOnlyDoubleProperty scaleProperty() {
    return scale.getReadOnlyProperty();
  }

  /** Notes how large the picture is drawn; 0 for none. */
  void drawnAt(double pointsPerPixel) {
    scale.set(pointsPerPixel);
  }

  /** Shows the whole pictures. */
  public void reset() {
    state.set(State.FIT);
  }

  /** Goes from the whole pictures to 100 % of their middle, and from anything else back. */
  public void toggleActual() {
    state.set(state.get().fits() ? new State(true, 1, 0.5, 0.5) : State.FIT);
  }

  /** Enlarges about the middle of what is seen. */
  public void zoomBy(double by) {
    zoomBy(by, state.get().x(), state.get().y());
  }

  /**
   * Enlarges, keeping a point of the picture where it is.
   *
   * @param by factor on top of the present one
   * @param x the point's share of the picture's width
   * @param y the same of its height
   */
  public void zoomBy(double by, double x, double y) {
    State now = state.get();
    double smallest = now.actual() ? 1 / LARGEST : 1;
    double factor = Math.max(smallest, Math.min(LARGEST, now.factor() * by));
    if (!now.actual() && factor < 1.01) {
      reset();
      return;
    }
    double kept = now.factor() / factor;
    moveTo(new State(now.actual(), factor, x + (now.x() - x) * kept, y + (now.y() - y) * kept));
  }

  /** Moves the centre of what is seen, as shares of the picture. */
  public void centre(double x, double y) {
    State now = state.get();
    moveTo(new State(now.actual(), now.factor(), x, y));
  }

  private void moveTo(State wanted) {
    state.set(new State(wanted.actual(), wanted.factor(), unit(wanted.x()), unit(wanted.y())));
  }

  private static double unit(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
