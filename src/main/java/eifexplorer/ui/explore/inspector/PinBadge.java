package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over a photograph: whether it is pinned. */
final class PinBadge extends Button {
  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

  private final InspectorViewModel model;
  private final PairMember member;
  private final Label word = label("");

  PinBadge(InspectorViewModel model, PairMember member) {
    this.model = model;
    this.member = member;
    boolean first = member == PairMember.FIRST;
    setId(first ? "pin" : "pin-neighbour");
    getStyleClass().add("photo-badge");
    HBox content =
        new HBox(
            6,
            new FontIcon(Feather.MAP_PIN),
            word,
            new CommandCaps(first ? PhotographCommand.PIN : PhotographCommand.PIN_NEIGHBOUR));
    content.setAlignment(Pos.CENTER);
    setGraphic(content);
    setOnAction(event -> model.togglePin(member));
    StackPane.setMargin(this, new Insets(8));
    model.walk().pinnedProperty().addListener((value, old, now) -> show());
    show();
  }

  private void show() {
    boolean pinned = model.walk().pinnedProperty().get() == member;
    setVisible(model.walk().pinnedProperty().get() != member.other());
    pseudoClassStateChanged(PINNED, pinned);
    word.setText(pinned ? Texts.of("Pinned") : Texts.of("Pin"));
    setAccessibleText(
        pinned
            ? Texts.of(
                "Pinned: the arrows up and down walk its neighbours; press to go back to the pair")
            : Texts.of("Pin this photograph and walk its neighbours"));
  }
}
