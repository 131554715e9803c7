package eifexplorer.ui.kit;

import static eifexplorer.ui.kit.Controls.label;

import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Facts, one a line: name and value. */
public final class FactsGrid extends GridPane {
  private static final double LEAST_NAMES = 96;
  private static final double MOST_NAMES = 168;

  private final ObservableList<Fact> facts;

  /** A grid that follows a list. */
  public FactsGrid(ObservableList<Fact> facts) {
    this.facts = facts;
    getStyleClass().add("facts");
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    getColumnConstraints()
        .addAll(new ColumnConstraints(LEAST_NAMES, USE_COMPUTED_SIZE, MOST_NAMES), values);
    facts.addListener((InvalidationListener) list -> fill());
    fill();
  }

  private void fill() {
    getChildren().clear();
    for (int row = 0; row < facts.size(); row++) {
      Label name = label(facts.get(row).name(), "secondary");
      name.setWrapText(true);
      name.setMinHeight(USE_PREF_SIZE);
      Label value = label(facts.get(row).value(), "fact-value");
      value.setWrapText(true);
      value.setMinHeight(USE_PREF_SIZE);
      GridPane.setValignment(name, VPos.TOP);
      addRow(row, name, value);
    }
  }
}
