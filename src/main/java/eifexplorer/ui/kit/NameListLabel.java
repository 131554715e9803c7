package eifexplorer.ui.kit;

import java.util.List;
import javafx.scene.control.Label;

/**
 * Some words and then class names, on one line: {@code 18 of 29 → Fish Crow, Shiny Cowbird +2}. Of names that do not fit the
 * last are counted, and the first is written short if it is too long by itself; the tooltip has them all.
 */
public final class NameListLabel extends Label {
  private final Tip tip = Tips.on(this, "");
  private String lead = "";
  private List<String> names = List.of();

  /** A label without names yet. */
  public NameListLabel(String... styleClasses) {
    getStyleClass().addAll(styleClasses);
    setMinWidth(0);
    widthProperty().addListener((value, old, now) -> fit());
    fontProperty().addListener((value, old, now) -> fit());
    sceneProperty().addListener((value, old, now) -> fit());
  }

  /**
   * Shows other names.
   *
   * @param newLead words before them, whole at any width
   * @param newNames of classes, the most important first
   * @param tipText all of it
   */
  public void setNames(String newLead, List<String> newNames, String tipText) {
    lead = newLead;
    names = List.copyOf(newNames);
    tip.setText(tipText);
    requestLayout();
    fit();
  }

  private void fit() {
    double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
    if (room <= 0 || names.isEmpty()) {
      setText(lead + String.join(", ", names));
      return;
    }
    setText(NameLabel.namesAround(this).fitList(lead, names, room, NameLabel.widthIn(getFont())));
  }

  /** With room for all of it, so that what is written does not decide on the room. */
  @Override
  protected double computePrefWidth(double height) {
    double text = NameLabel.widthIn(getFont()).applyAsDouble(lead + String.join(", ", names));
    return Math.ceil(text) + 1 + getInsets().getLeft() + getInsets().getRight();
  }
}
