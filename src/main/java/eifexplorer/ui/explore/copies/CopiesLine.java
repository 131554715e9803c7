package eifexplorer.ui.explore.copies;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was found of copies, over the list of the pairs; not there while nothing worth a line was. */
public final class CopiesLine extends VBox {
  /** A line that shows itself. */
  public CopiesLine(CopiesViewModel model) {
    super(4);
    getStyleClass().add("copies-line");
    setId("copies-line");
    Label text = label("");
    text.setGraphic(new FontIcon(Feather.COPY));
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.textProperty().bind(model.headlineProperty());
    Button list = button(Texts.of("List them"), model::listPairs, "link-button");
    list.setId("list-copies");
    Button all = button(Texts.of("Side by side"), model::toggle, "link-button");
    all.setId("open-copies");
    HBox actions = new HBox(8, all, spacer(), list);
    actions.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(text, actions);
    visibleProperty().bind(model.headlineProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
    model
        .headlineProperty()
        .addListener((value, old, now) -> list.setVisible(model.hasConfusions()));
  }
}
