package eifexplorer.ui.kit;

import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A class name on one line, or on several. Where the room is too small it is written as {@link ShortNames} writes it among
 * the names of its surroundings ({@link #among}); the tooltip has the whole name.
 */
public final class NameLabel extends Label {
  private final Tip tip = Tips.on(this, "");
  private String name = "";
  private int lines = 1;

  /** How wide a text is in a font, on one line. */
  private record TextWidth(Font font) implements ToDoubleFunction<String> {
    @Override
    public double applyAsDouble(String text) {
      Text measured = new Text(text);
      measured.setFont(font);
      return measured.getLayoutBounds().getWidth();
    }
  }

  /** A label without a name yet. */
  public NameLabel(String... styleClasses) {
    getStyleClass().addAll(styleClasses);
    setMinWidth(0);
    widthProperty().addListener((value, old, now) -> fit());
    fontProperty().addListener((value, old, now) -> fit());
    wrapTextProperty().addListener((value, old, now) -> fit());
    sceneProperty().addListener((value, old, now) -> fit());
  }

  /** How wide a text is in a font, on one line; equal for the same font. */
  public static ToDoubleFunction<String> widthIn(Font font) {
    return new TextWidth(font);
  }

  /** From now on the labels inside {@code surroundings} show some of these names. */
  public static void among(Node surroundings, ShortNames names) {
    surroundings.getProperties().put(ShortNames.class, names);
    fitAll(surroundings);
  }

  private static void fitAll(Node node) {
    if (node instanceof NameLabel label) {
      label.fit();
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(NameLabel::fitAll);
    }
  }

  /** Shows another name. */
  public void setName(String newName) {
    name = newName;
    tip.setText(newName);
    setText(newName);
    fit();
  }

  /** Lets the name stand on so many lines; it needs the height for them. */
  public void setLines(int newLines) {
    lines = newLines;
    setWrapText(newLines > 1);
    fit();
  }

  private void fit() {
    double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
    boolean unlimited = isWrapText() && lines == 1;
    if (room <= 0 || name.isEmpty() || unlimited) {
      setText(name);
      return;
    }
    setText(namesAround(this).fit(name, lines, room, new TextWidth(getFont())));
  }

  /** The names that are shown around a node, of which it shows some. */
  static ShortNames namesAround(Node of) {
    for (Node node = of; node != null; node = node.getParent()) {
      if (node.hasProperties()
          && node.getProperties().get(ShortNames.class) instanceof ShortNames names) {
        return names;
      }
    }
    return ShortNames.NONE;
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(new TextWidth(getFont()).applyAsDouble(name))
        + 1
        + getInsets().getLeft()
        + getInsets().getRight();
  }
}
