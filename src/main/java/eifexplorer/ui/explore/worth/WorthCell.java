package eifexplorer.ui.explore.worth;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Texts;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/**
 * An estimator in a list, with what it is worth with its standard values.
 *
 * @param <T> what stands for it
 */
public final class WorthCell<T> extends ListCell<T> {
  private final WorthViewModel worth;
  private final Function<T, String> id;
  private final Function<T, String> title;
  private final Label name = label("");
  private final Label number = label("", "small", "muted");
  private final HBox row = new HBox(16, name, spacer(), number);

  /** A cell that is empty yet. */
  public WorthCell(WorthViewModel worth, Function<T, String> id, Function<T, String> title) {
    this.worth = worth;
    this.id = id;
    this.title = title;
    row.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(title.apply(item));
    number.setText(
        worth
            .worth(id.apply(item), Map.of())
            .map(of -> Texts.of("predicts retraining: {0}", WorthViewModel.number(of)))
            .orElse(""));
    setGraphic(row);
    setAccessibleText(name.getText() + (number.getText().isEmpty() ? "" : ", " + number.getText()));
  }
}
