package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** How many pairs are picked, and what can be done with them; not there while none is. */
final class PicksLine extends HBox {
  PicksLine(PairListViewModel model, ConfusionMenus menus) {
    super(2);
    PairPicks picks = model.picks();
    getStyleClass().add("picks-line");
    setAlignment(Pos.CENTER_LEFT);
    Label count = label("", "count-line");
    count.setId("pair-picks");
    count.textProperty().bind(picks.textProperty());
    getChildren()
        .addAll(
            count,
            spacer(),
            iconButton(
                Feather.CHECK, Texts.of("Mark them reviewed, or not"), picks::toggleReviewed),
            iconButton(Feather.MESSAGE_SQUARE, Texts.of("Note on them"), menus::note),
            iconButton(Feather.DOWNLOAD, Texts.of("Export them"), menus::exportPicked),
            iconButton(Feather.X, Texts.of("Drop them (Esc)"), picks::clear));
    visibleProperty().bind(picks.textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}
