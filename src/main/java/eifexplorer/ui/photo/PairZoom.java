package eifexplorer.ui.photo;

import eifexplorer.ui.kit.Texts;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What both photographs show of themselves: linked, they zoom and move together, unlinked each alone; Shift does the other
 * while it is held.
 */
public final class PairZoom {
  private static final double STEP = 1.25;

  private final Zoom left = new Zoom();
  private final Zoom right = new Zoom();
  private final BooleanProperty linked = new SimpleBooleanProperty(true);
  private final BooleanProperty shift = new SimpleBooleanProperty();
  private final BooleanBinding alone = linked.isEqualTo(shift);
  private final StringBinding text =
      Bindings.createStringBinding(this::text, left.scaleProperty(), right.scaleProperty());
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

  /** Whether both are moved and enlarged together as long as Shift is not held. */
  public BooleanProperty linkedProperty() {
    return linked;
  }

  /** Whether Shift is held. */
  public BooleanProperty shiftProperty() {
    return shift;
  }

  /** Whether a photograph is moved and enlarged alone, as things are. */
  public BooleanBinding aloneProperty() {
    return alone;
  }

  /** True if only the photograph under the pointer follows it. */
  boolean movesAlone(boolean shiftHeld) {
    return linked.get() == shiftHeld;
  }

  /** Screen points per pixel of the photographs in per cent, such as {@code 43 %}, of both if they differ. */
  public StringBinding textProperty() {
    return text;
  }

  /** Whether both move together, in words. */
  public StringBinding modeProperty() {
    return mode;
  }

  private String text() {
    return DoubleStream.of(left.scaleProperty().get(), right.scaleProperty().get())
        .filter(scale -> scale > 0)
        .mapToObj(scale -> Math.max(1, Math.round(100 * scale)) + " %")
        .distinct()
        .collect(Collectors.joining(" | "));
  }

  private String mode() {
    if (alone.get()) {
      return Texts.of("each alone");
    }
    boolean same = left.stateProperty().get().equals(right.stateProperty().get());
    return same ? Texts.of("linked") : Texts.of("linked, apart");
  }

  /** True if both are shown at 100 %, as far as they are shown. */
  public boolean isActual() {
    return text().equals("100 %");
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

  /** The same for a photograph that was pointed at; only {@code at}, or both. */
  void toggleActual(Zoom at, boolean onlyIt) {
    if (onlyIt) {
      at.toggleActual();
    } else {
      toggleActual();
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
