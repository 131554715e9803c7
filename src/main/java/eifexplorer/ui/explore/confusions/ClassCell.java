package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.NameListLabel;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A class: its name, how many of its images are wrong as a bar and in numbers, what they are confused with. */
final class ClassCell extends ListCell<ClassRow> {
  static final double HEIGHT = 64;

  private final NameLabel name = new NameLabel("row-name");
  private final Label percent = label("", "mono");
  private final NameListLabel confusions = new NameListLabel("small", "muted");
  private final Region fill = new Region();
  private final StackPane track = new StackPane(fill);
  private final VBox row;

  /**
   * An empty line.
   *
   * @param menus what can be done with it
   */
  ClassCell(ConfusionMenus menus) {
    CommandMenu.on(this, () -> getItem() == null ? List.of() : menus.ofClass(getItem()));
    getStyleClass().addAll("row-cell", "class-cell");
    setPrefWidth(0);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.SOMETIMES);
    percent.setMinWidth(Region.USE_PREF_SIZE);
    HBox first = new HBox(8, name, spacer(), percent);
    first.setAlignment(Pos.BASELINE_LEFT);
    track.getStyleClass().add("share-track");
    track.setAlignment(Pos.CENTER_LEFT);
    fill.getStyleClass().addAll("share-fill", "wrong-fill");
    fill.setMaxWidth(Region.USE_PREF_SIZE);
    row = new VBox(3, first, track, confusions);
    row.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(ClassRow item, boolean empty) {
    super.updateItem(item, empty);
    boolean none = empty || item == null;
    setGraphic(none ? null : row);
    setAccessibleText(none ? null : item.spoken());
    if (!none) {
      name.setName(item.name());
      percent.setText(Texts.percent(item.summary().wrongShare()));
      String with = String.join(", ", item.confusionClasses());
      confusions.setNames(
          item.countText() + (with.isEmpty() ? "" : " → "),
          item.confusionClasses(),
          with.isEmpty()
              ? Texts.of("No image of this class is wrong")
              : Texts.of("Confused with {0}", with));
      fill.prefWidthProperty().bind(track.widthProperty().multiply(item.summary().wrongShare()));
    }
  }
}
