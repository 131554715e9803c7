package eifexplorer.ui.train;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.train.RunColumn.Group;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The sheet on which the columns of the table of runs are ticked. */
final class ColumnsSheet extends VBox {
  private static final int LONGEST = 12;

  private final RunColumns columns;
  private final Map<RunColumn, CheckBox> boxes = new HashMap<>();

  ColumnsSheet(RunColumns columns) {
    super(12);
    this.columns = columns;
    getStyleClass().add("columns-sheet");
    HBox groups = new HBox(20);
    for (Group group : Group.values()) {
      VBox list = new VBox(6, label(group.title(), "section-head"));
      groups.getChildren().add(list);
      for (RunColumn column : RunColumn.ALL) {
        if (column.group() == group) {
          if (list.getChildren().size() > LONGEST) {
            list = new VBox(6, label("", "section-head"));
            groups.getChildren().add(list);
          }
          list.getChildren().add(box(column));
        }
      }
    }
    getChildren()
        .addAll(groups, button(Texts.of("The usual columns"), columns::reset, "small-button"));
    InvalidationListener follow = value -> follow();
    columns.shown().addListener(follow);
    follow();
  }

  private CheckBox box(RunColumn column) {
    CheckBox box = new CheckBox(column.title());
    box.setMnemonicParsing(false);
    box.setId(column.nodeId());
    box.setOnAction(
        event -> {
          columns.toggle(column);
          follow();
        });
    boxes.put(column, box);
    return box;
  }

  private void follow() {
    boxes.forEach((column, box) -> box.setSelected(columns.shown().contains(column)));
  }
}
