package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.CommandCaps;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over the left photograph: whether it is pinned. */
final class PinBadge extends Button {
  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

  private final InspectorViewModel model;
  private final Label word = label("");

  PinBadge(InspectorViewModel model) {
    this.model = model;
    setId("pin");
    getStyleClass().add("photo-badge");
    HBox content =
        new HBox(6, new FontIcon(Feather.MAP_PIN), word, new CommandCaps(PhotographCommand.PIN));
    content.setAlignment(Pos.CENTER);
    setGraphic(content);
    setOnAction(event -> model.togglePin());
    StackPane.setMargin(this, new Insets(8));
    model.walk().pinnedProperty().addListener((value, old, now) -> show());
    show();
  }

  private void show() {
    boolean pinned = model.walk().pinnedProperty().get();
    pseudoClassStateChanged(PINNED, pinned);
    word.setText(pinned ? "Pinned" : "Pin");
    setAccessibleText(
        pinned
            ? "Pinned: the arrows up and down walk its neighbours; press to go back to the pair"
            : "Pin this photograph and walk its neighbours");
  }
}
