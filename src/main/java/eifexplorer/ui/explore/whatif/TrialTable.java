package eifexplorer.ui.explore.whatif;

import static eifexplorer.ui.kit.Controls.label;

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
  private static final String CHANGE = Texts.of("Change");
  private static final String RIGHT = Texts.of("Right at rank");
  private static final String RANDOM = Texts.of("Random set");

  private final WhatIfViewModel model;
  private boolean filling;

  TrialTable(WhatIfViewModel model) {
    this.model = model;
    setId("what-if-trials");
    getStyleClass().add("plain-table");
    setAccessibleText(Texts.of("Trials, one a seed"));
    setPlaceholder(label("", "muted"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    add(
        Texts.of("Seed"),
        48,
        trial -> String.valueOf(result().comparison().trials().get(trial).seed()));
    add(Texts.of("Distance"), 72, trial -> Texts.distance(result().effects().distanceAfter(trial)));
    add(
        CHANGE,
        88,
        trial -> Texts.decimal(result().scale().signed(result().effects().changes()[trial])));
    add(
        RANDOM,
        96,
        trial ->
            Texts.decimal(result().scale().signed(result().effects().controlChanges()[trial])));
    add(RIGHT, 88, trial -> result().rightText(trial));
    add(
        Texts.of("R@1 after"),
        84,
        trial -> Texts.percent(result().comparison().trials().get(trial).recallAfter()));
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

  private void add(String name, double width, Function<Integer, String> text) {
    TableColumn<Integer, String> column = new TableColumn<>(name);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
    column.setPrefWidth(width);
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
      String unit = result.scale().unit();
      getColumns().get(2).setText((CHANGE + " " + unit).strip());
      getColumns().get(3).setText((RANDOM + " " + unit).strip());
      getColumns().get(4).setText(result.isOfOnePair() ? RIGHT : Texts.of("Pairs fixed"));
      getItems().addAll(IntStream.range(0, result.comparison().trials().size()).boxed().toList());
      getSelectionModel().select(model.trialProperty().get().intValue());
    }
    filling = false;
    setPrefHeight(HEADER + ROW * getItems().size());
  }
}
