package eifexplorer.ui.workspace;

import static eifexplorer.ui.kit.Controls.label;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A form's lines: a name, the control it names, and what stands beside that. */
final class FormGrid extends GridPane {
  private static final double NAMES = 136;
  private int rows;

  FormGrid() {
    getStyleClass().add("form");
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(new ColumnConstraints(NAMES), fields);
  }

  /** Adds a line. */
  void row(String title, Control control, Node... beside) {
    Label name = label(title, "form-name");
    name.setLabelFor(control);
    control.setAccessibleText(title);
    HBox line = new HBox(8, control);
    line.getChildren().addAll(beside);
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(control, Priority.ALWAYS);
    GridPane.setValignment(name, VPos.TOP);
    addRow(rows++, name, line);
  }
}
