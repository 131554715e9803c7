package eifexplorer.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.SegmentedButton;

/**
 * One of a few values, each a button, side by side. No toggle group, in which only the arrows would lead from one to the
 * next: these go through the pairs.
 */
public final class Segments<T> extends SegmentedButton {
  private final Map<T, ToggleButton> byValue = new LinkedHashMap<>();

  /**
   * Buttons for values.
   *
   * @param shown the present value
   * @param choose is told of another
   */
  public Segments(
      Iterable<T> values, Function<T, String> title, ObservableValue<T> shown, Consumer<T> choose) {
    getStyleClass().add("segments");
    setToggleGroup(null);
    setMaxWidth(Double.MAX_VALUE);
    for (T value : values) {
      ToggleButton button = new ToggleButton(title.apply(value));
      button.setMnemonicParsing(false);
      button.getStyleClass().add("segment");
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(
          event -> {
            choose.accept(value);
            show(shown.getValue());
          });
      byValue.put(value, button);
      getButtons().add(button);
    }
    shown.addListener((value, old, now) -> show(now));
    show(shown.getValue());
  }

  private void show(T value) {
    byValue.forEach((of, button) -> button.setSelected(of.equals(value)));
  }
}
