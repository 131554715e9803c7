package eifexplorer.ui.kit;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;

/**
 * A button with the longest of several texts that there is room for: it asks for the first, unless it is given another
 * preferred width, and can do with the last.
 */
public final class FittingButton extends Button {
  /** Between the measured text and what the skin lays out. */
  private static final double SLACK = 2;

  private List<String> texts = List.of("");

  /** A button without text yet. */
  public FittingButton(Node graphic, Runnable action, String... styleClasses) {
    setGraphic(graphic);
    setOnAction(event -> action.run());
    setMnemonicParsing(false);
    getStyleClass().addAll(styleClasses);
    setMinWidth(USE_COMPUTED_SIZE);
    // Not fitted here: fonts and insets change while styles are applied, when a skin's children
    // must not.
    fontProperty().addListener((value, old, now) -> requestLayout());
    insetsProperty().addListener((value, old, now) -> requestLayout());
  }

  /** Shows one of these, the longest first; the last may be empty. */
  public void setTexts(List<String> newTexts) {
    texts = List.copyOf(newTexts);
    setText(texts.get(0));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    fit();
    super.layoutChildren();
  }

  private void fit() {
    if (getWidth() > 0) {
      setText(
          texts.stream()
              .filter(text -> widthWith(text) <= getWidth() + .5)
              .findFirst()
              .orElse(texts.get(texts.size() - 1)));
    }
  }

  private double widthWith(String text) {
    ToDoubleFunction<String> width = NameLabel.widthIn(getFont());
    double beside = getInsets().getLeft() + getInsets().getRight() + getGraphic().prefWidth(-1);
    return text.isEmpty()
        ? Math.ceil(beside)
        : Math.ceil(beside + getGraphicTextGap() + width.applyAsDouble(text) + SLACK);
  }

  @Override
  protected double computePrefWidth(double height) {
    return widthWith(texts.get(0));
  }

  @Override
  protected double computeMaxWidth(double height) {
    return widthWith(texts.get(0));
  }

  @Override
  protected double computeMinWidth(double height) {
    return widthWith(texts.get(texts.size() - 1));
  }
}
