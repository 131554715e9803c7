package eifexplorer.ui.explore.totals;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.influence.ClassHarm;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Classes with what their images do; sorted by any column. */
final class ClassHarmTable extends TableView<ClassHarm> {
  private final ClassHarmViewModel model;
  private final ObservableList<ClassHarm> rows = FXCollections.observableArrayList();
  private boolean filling;

  ClassHarmTable(ClassHarmViewModel model) {
    this.model = model;
    setId("class-harm-table");
    getStyleClass().add("plain-table");
    setAccessibleText("Training classes by the harm their images do");
    setPlaceholder(label("Nothing is explained yet", "muted"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    add("Class", 150, row -> model.className(row.label()), name -> name, false);
    add("Images", 56, ClassHarm::images, n -> Texts.count(n), true);
    add("That harm", 74, ClassHarm::share, Texts::percent, true);
    add("Pairs", 56, ClassHarm::pairs, n -> Texts.count(n), true);
    add("Of all harm", 78, ClassHarm::harm, model::harmShare, true);
    SortedList<ClassHarm> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null && !filling) {
                model.chosenProperty().set(now.label());
              }
            });
  }

  private <T> void add(
      String name,
      double width,
      Function<ClassHarm, T> value,
      Function<T, String> text,
      boolean number) {
    TableColumn<ClassHarm, T> column = new TableColumn<>(name);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(
        any ->
            new TableCell<>() {
              @Override
              protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
              }
            });
    column.setPrefWidth(width);
    column.setReorderable(false);
    if (number) {
      column.getStyleClass().add("number-column");
      column.setSortType(TableColumn.SortType.DESCENDING);
    }
    getColumns().add(column);
  }

  /** Shows other classes; the chosen one stays chosen. */
  void show(List<ClassHarm> classes) {
    filling = true;
    rows.setAll(classes == null ? List.of() : classes);
    for (ClassHarm row : rows) {
      if (Integer.valueOf(row.label()).equals(model.chosenProperty().get())) {
        getSelectionModel().select(row);
      }
    }
    filling = false;
  }
}
