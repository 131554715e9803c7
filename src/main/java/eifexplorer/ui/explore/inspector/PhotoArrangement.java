package eifexplorer.ui.explore.inspector;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** How the two photographs of a pair are put before the eye. */
public final class PhotoArrangement {
  private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.SIDE_BY_SIDE);
  private final BooleanProperty swapped = new SimpleBooleanProperty();
  private final DoubleProperty blend = new SimpleDoubleProperty(0.5);

  /** Beside each other, or one in the other's place. */
  public enum Mode {
    SIDE_BY_SIDE,
    /** One after the other in the same place. */
    BLINK,
    /** The second over the first, as strong as the blend says. */
    OVERLAY
  }

  /** A usual arrangement. */
  PhotoArrangement() {}

  /** The mode. */
  public ReadOnlyObjectProperty<Mode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  /** Whether the second photograph is to the left. */
  public BooleanProperty swappedProperty() {
    return swapped;
  }

  /** How strong the second photograph is in an overlay, 0..1. */
  public DoubleProperty blendProperty() {
    return blend;
  }

  /** Turns a mode on, or goes back to side by side. */
  public void toggle(Mode other) {
    mode.set(mode.get() == other ? Mode.SIDE_BY_SIDE : other);
  }

  /** Exchanges the sides. */
  public void swap() {
    swapped.set(!swapped.get());
  }

  /** Goes back to side by side; false if that is how it is. */
  public boolean reset() {
    boolean was = mode.get() != Mode.SIDE_BY_SIDE;
    mode.set(Mode.SIDE_BY_SIDE);
    return was;
  }
}
