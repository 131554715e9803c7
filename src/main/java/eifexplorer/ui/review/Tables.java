package eifexplorer.ui.review;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Tables of one look. */
final class Tables {
  private Tables() {}

  /** An empty table. */
  static <T> TableView<T> table(String name, String placeholder) {
    TableView<T> table = new TableView<>();
    table.getStyleClass().add("plain-table");
    table.setFixedCellSize(30);
    table.setAccessibleText(name);
    Label none = new Label(placeholder);
    none.getStyleClass().add("muted");
    table.setPlaceholder(none);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    return table;
  }

  /** A column of words. */
  static <T> TableColumn<T, String> words(String title, double width, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
    column.setPrefWidth(width);
    column.setReorderable(false);
    return column;
  }

  /** A column of numbers. */
  static <T> TableColumn<T, String> number(String title, double width, Function<T, String> text) {
    TableColumn<T, String> column = words(title, width, text);
    column.getStyleClass().add("number-column");
    return column;
  }

  /** A column of controls; null leaves a cell empty. */
  static <T> TableColumn<T, T> controls(String title, double width, Function<T, Node> make) {
    TableColumn<T, T> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellFactory(
        of ->
            new TableCell<>() {
              @Override
              protected void updateItem(T row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : make.apply(row));
              }
            });
    return column;
  }
}
