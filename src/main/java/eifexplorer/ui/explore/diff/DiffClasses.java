package eifexplorer.ui.explore.diff;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.session.diff.ClassChange;
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
import org.jspecify.annotations.Nullable;

/** What each class gains and loses; the chosen one's images are listed. */
final class DiffClasses extends TableView<ClassChange> {
  private final ObservableList<ClassChange> rows = FXCollections.observableArrayList();

  DiffClasses(DiffViewModel model) {
    setId("diff-classes");
    getStyleClass().add("plain-table");
    setAccessibleText(Texts.of("Classes by what they gain and lose"));
    setPlaceholder(label(Texts.of("No class"), "muted"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    add(Texts.of("Class"), 128, ClassChange::name, name -> name, false);
    add(Texts.of("Fixed"), 48, ClassChange::fixed, n -> Texts.count(n), true);
    add(Texts.of("New"), 44, ClassChange::broken, n -> Texts.count(n), true);
    add(Texts.of("Net"), 44, ClassChange::net, DiffClasses::signed, true);
    SortedList<ClassChange> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    getSelectionModel()
        .selectedItemProperty()
        .addListener((value, old, now) -> model.ofClassProperty().set(now));
    model
        .ofClassProperty()
        .addListener(
            (value, old, now) -> {
              if (now == null) {
                getSelectionModel().clearSelection();
              }
            });
    model.resultProperty().addListener((value, old, now) -> show(now));
    show(model.resultProperty().get());
  }

  private void show(@Nullable ComparedModels models) {
    rows.setAll(models == null ? List.of() : models.diff().classes());
  }

  private static String signed(int number) {
    return number == 0 ? "0" : (number < 0 ? "\u2212" : "+") + Texts.count(Math.abs(number));
  }

  private <T> void add(
      String name,
      double width,
      Function<ClassChange, T> value,
      Function<T, String> text,
      boolean number) {
    TableColumn<ClassChange, T> column = new TableColumn<>(name);
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
}
