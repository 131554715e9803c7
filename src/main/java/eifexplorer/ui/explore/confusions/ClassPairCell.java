package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A class pair: the names one above the other, how many pairs, their mean distance. */
final class ClassPairCell extends ListCell<ClassPairRow> {
  static final double HEIGHT = 44;

  private final NameLabel wrong = new NameLabel("row-name");
  private final NameLabel confused = new NameLabel("row-detail");
  private final Label count = label("", "mono", "count-column");
  private final Label distance = label("", "mono", "distance-column", "muted");
  private final HBox row;

  /**
   * An empty line.
   *
   * @param menus what can be done with it
   */
  ClassPairCell(ConfusionMenus menus) {
    CommandMenu.on(this, () -> getItem() == null ? List.of() : menus.classPair(getItem()));
    getStyleClass().add("row-cell");
    setPrefWidth(0);
    Label arrow = label("→", "row-detail");
    arrow.setMinWidth(USE_PREF_SIZE);
    HBox second = new HBox(4, arrow, confused);
    VBox names = new VBox(1, wrong, second);
    names.setAlignment(Pos.CENTER_LEFT);
    names.setMinWidth(0);
    names.setPrefWidth(0);
    HBox.setHgrow(names, Priority.ALWAYS);
    row = new HBox(names, count, distance);
    row.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(ClassPairRow item, boolean empty) {
    super.updateItem(item, empty);
    boolean none = empty || item == null;
    setGraphic(none ? null : row);
    setAccessibleText(none ? null : item.spoken());
    if (!none) {
      wrong.setName(item.wrongClass());
      confused.setName(item.confusedClass());
      count.setText(Texts.count(item.count().count()));
      distance.setText(Texts.distance(item.count().meanDistance()));
    }
  }
}
