package eifexplorer.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/**
 * A class name on one line, or on several where it wraps. Where one line is too short the last word is cut to the initial
 * ({@code Red-winged B.}), then the name ends in "…"; the tooltip has the whole name.
 */
public final class NameLabel extends Label {
  private final Tooltip tip = Tips.on(this, "");
  private String name = "";

  /** A label without a name yet. */
  public NameLabel(String... styleClasses) {
    getStyleClass().addAll(styleClasses);
    setMinWidth(0);
    widthProperty().addListener((value, old, now) -> fit());
    fontProperty().addListener((value, old, now) -> fit());
    wrapTextProperty().addListener((value, old, now) -> fit());
  }

  /** Shows another name. */
  public void setName(String newName) {
    name = newName;
    tip.setText(newName);
    setText(newName);
    fit();
  }

  private void fit() {
    double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
    if (room <= 0 || name.isEmpty() || isWrapText()) {
      setText(name);
      return;
    }
    setText(widthOf(name) <= room + 0.5 ? name : Texts.initialOfLastWord(name));
  }

  private double widthOf(String text) {
    Text measured = new Text(text);
    measured.setFont(getFont());
    return measured.getLayoutBounds().getWidth();
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(widthOf(name)) + 1 + getInsets().getLeft() + getInsets().getRight();
  }
}
