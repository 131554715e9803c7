package eifexplorer.ui.explore.whatif;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.NumberScale;
import eifexplorer.ui.kit.Texts;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Trials seed by seed, each beside the random set of the same seed; the chosen one can be kept. */
final class TrialTable extends TableView<Integer> {
  private static final double HEADER = 36;
  private static final double ROW = 30;

  private final WhatIfViewModel model;
  private boolean filling;

  TrialTable(WhatIfViewModel model) {
    this.model = model;
    setId("what-if-trials");
    getStyleClass().add("plain-table");
    setAccessibleText("Trials, one a seed");
    setPlaceholder(label("", "muted"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    add("Seed", trial -> String.valueOf(result().trials().get(trial).seed()));
    add("d before", trial -> Texts.distance(result().distanceBefore()));
    add("d after", trial -> Texts.distance(result().distanceAfter(trial)));
    add("Change", trial -> change(result().changes()[trial]));
    add("Random set", trial -> change(result().controlChanges()[trial]));
    add("R@1 after", trial -> Texts.percent(result().trials().get(trial).recallAfter()));
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null && !filling) {
                model.trialProperty().set(now);
              }
            });
  }

  private WhatIfResult result() {
    return model.resultProperty().get();
  }

  private String change(double value) {
    NumberScale scale = result().scale();
    return scale.signed(value) + scale.unit();
  }

  private void add(String name, Function<Integer, String> text) {
    TableColumn<Integer, String> column = new TableColumn<>(name);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add("number-column");
    getColumns().add(column);
  }

  /** Shows the trials of another result; null for none. */
  void show(WhatIfResult result) {
    filling = true;
    getItems().clear();
    if (result != null) {
      getItems().addAll(IntStream.range(0, result.trials().size()).boxed().toList());
      getSelectionModel().select(model.trialProperty().get().intValue());
    }
    filling = false;
    setPrefHeight(HEADER + ROW * getItems().size());
  }
}
