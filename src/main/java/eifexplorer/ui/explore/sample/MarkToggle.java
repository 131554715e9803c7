package eifexplorer.ui.explore.sample;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.Tips;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sets a mark of the training image or takes it away; shows whether it is set, however that came. */
final class MarkToggle extends ToggleButton {
  private final Label word;
  private final String unset;
  private final String set;

  /**
   * A toggle.
   *
   * @param unset its word while the mark is not set
   * @param set its word while it is
   * @param command whose key does the same
   * @param mark whether it is set
   * @param toggle sets it or takes it away
   */
  MarkToggle(
      String id,
      Ikon icon,
      String unset,
      String set,
      KeyCommand command,
      ObservableValue<Boolean> mark,
      Runnable toggle) {
    this.unset = unset;
    this.set = set;
    setId(id);
    getStyleClass().add("flag-toggle");
    word = label(unset);
    word.setAlignment(Pos.CENTER);
    word.fontProperty().addListener(value -> holdLongest());
    holdLongest();
    HBox graphic = new HBox(4, new FontIcon(icon), word, new CommandCaps(command));
    graphic.setAlignment(Pos.CENTER);
    setGraphic(graphic);
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(command.does());
    Tips.on(this, Character.toUpperCase(command.does().charAt(0)) + command.does().substring(1));
    setOnAction(
        event -> {
          toggle.run();
          // What came of it, which may be nothing.
          show(mark.getValue());
        });
    mark.addListener((value, old, now) -> show(now));
    show(mark.getValue());
  }

  /** The column must not change its width with a mark. */
  private void holdLongest() {
    var width = NameLabel.widthIn(word.getFont());
    word.setMinWidth(Math.ceil(Math.max(width.applyAsDouble(unset), width.applyAsDouble(set))));
  }

  private void show(boolean now) {
    setSelected(now);
    word.setText(now ? set : unset);
  }
}
