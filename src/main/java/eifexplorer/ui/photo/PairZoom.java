package eifexplorer.ui.photo;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What both photographs show of themselves: they zoom and move together, unless one is moved alone. */
public final class PairZoom {
  private static final double STEP = 1.25;

  private final Zoom left = new Zoom();
  private final Zoom right = new Zoom();
  private final BooleanProperty alone = new SimpleBooleanProperty();
  private final StringBinding text =
      Bindings.createStringBinding(this::text, left.stateProperty(), right.stateProperty());
  private final StringBinding mode =
      Bindings.createStringBinding(this::mode, left.stateProperty(), right.stateProperty(), alone);

  /** The left photograph's. */
  public Zoom left() {
    return left;
  }

  /** The right photograph's. */
  public Zoom right() {
    return right;
  }

  /** Whether a photograph is moved and enlarged alone: while Shift is held. */
  public BooleanProperty aloneProperty() {
    return alone;
  }

  /** The enlargement: {@code fit}, {@code 1.4×}, {@code 100 %}, of both if they differ. */
  public StringBinding textProperty() {
    return text;
  }

  /** Whether both move together, in words. */
  public StringBinding modeProperty() {
    return mode;
  }

  private String text() {
    String first = left.stateProperty().get().text();
    String second = right.stateProperty().get().text();
    return first.equals(second) ? first : first + " | " + second;
  }

  private String mode() {
    if (alone.get()) {
      return "one photograph alone";
    }
    boolean same = left.stateProperty().get().equals(right.stateProperty().get());
    return same ? "zoom together" : "together, from where they are";
  }

  /** True if both show the same part in the middle at 100 %. */
  public boolean isActual() {
    return left.stateProperty().get().actual() && right.stateProperty().get().actual();
  }

  /** Shows both whole. */
  public void reset() {
    left.reset();
    right.reset();
  }

  /** Goes from both whole to 100 % of their middle, and from anything else back. */
  public void toggleActual() {
    boolean whole = left.stateProperty().get().fits() && right.stateProperty().get().fits();
    reset();
    if (whole) {
      left.toggleActual();
      right.toggleActual();
    }
  }

  /** Does a command to both. */
  public void perform(ZoomCommand command) {
    switch (command) {
      case ACTUAL_SIZE -> toggleActual();
      case ZOOM_IN -> zoomBy(STEP);
      case ZOOM_OUT -> zoomBy(1 / STEP);
    }
  }

  /** Enlarges both about the middle of what each shows. */
  public void zoomBy(double by) {
    left.zoomBy(by);
    right.zoomBy(by);
  }

  /** Enlarges about a point, given as shares of the picture; only {@code at}, or both about the same point of theirs. */
  void zoomBy(Zoom at, boolean onlyIt, double by, double x, double y) {
    for (Zoom zoom : new Zoom[] {left, right}) {
      if (zoom == at || !onlyIt) {
        zoom.zoomBy(by, x, y);
      }
    }
  }

  /** Moves what is seen by shares of the picture; only {@code at}, or both. */
  void moveBy(Zoom at, boolean onlyIt, double x, double y) {
    for (Zoom zoom : new Zoom[] {left, right}) {
      if (zoom == at || !onlyIt) {
        Zoom.State now = zoom.stateProperty().get();
        zoom.centre(now.x() + x, now.y() + y);
      }
    }
  }
}
