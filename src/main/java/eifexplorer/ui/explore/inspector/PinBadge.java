package eifexplorer.ui.explore.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over the left photograph: whether it is pinned. */
final class PinBadge extends Button {
  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

  private final InspectorViewModel model;

  PinBadge(InspectorViewModel model) {
    this.model = model;
    setId("pin");
    getStyleClass().addAll("photo-badge", "small-button");
    setGraphic(new StackPane(new FontIcon(Feather.MAP_PIN)));
    setOnAction(event -> model.togglePin());
    StackPane.setMargin(this, new Insets(8));
    model.pinnedProperty().addListener((value, old, now) -> show());
    show();
  }

  private void show() {
    boolean pinned = model.pinnedProperty().get();
    pseudoClassStateChanged(PINNED, pinned);
    setText(pinned ? "Pinned" : "Pin");
    setAccessibleText(
        pinned
            ? "Pinned: the arrows up and down walk its neighbours; press to go back to the pair"
            : "Pin this photograph and walk its neighbours");
  }
}
