package eifexplorer.ui.experiment;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.experiment.Target;
import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A table of a result: sorted by any column; a double click or Enter opens what a row is about. */
final class ResultTableView extends VBox {
  private static final double HEADER = 42;
  private static final double ROW = 30;

  /** Under tables wider than the screen. */
  private static final double SCROLL_BAR = 20;

  private static final int MOST_ROWS = 12;
  private static final double CHARACTER = 6.8;
  private static final double MARGIN = 20;
  private static final double NARROWEST = 64;
  private static final double WIDEST = 300;

  ResultTableView(ResultTable table, boolean opens, Consumer<Row> open) {
    super(4);
    TableView<Row> view = new TableView<>();
    view.getStyleClass().add("plain-table");
    view.setAccessibleText(table.title());
    view.setPlaceholder(label(Texts.of("Nothing yet"), "muted"));
    table.filledColumns().forEach(c -> view.getColumns().add(column(table, c)));
    view.getItems().setAll(table.rows());
    // Rows that are measured one by one get a scroll bar though there is room for all.
    view.setFixedCellSize(ROW);
    double rows = ROW * Math.max(1, Math.min(MOST_ROWS, table.rows().size()));
    view.setPrefHeight(HEADER + rows + SCROLL_BAR);
    view.setMinHeight(USE_PREF_SIZE);
    view.setOnKeyPressed(
        event -> {
          Row chosen = view.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            open.accept(chosen);
            event.consume();
          }
        });
    view.setRowFactory(any -> row(table, opens, open));
    boolean some =
        opens && table.rows().stream().anyMatch(r -> r.target().kind() != Target.Kind.NONE);
    getChildren()
        .addAll(
            label(table.title(), "section-head"),
            view,
            label(
                some ? Texts.of("Double click or Enter opens a row in Explore") : "",
                "small",
                "muted"));
    getChildren().get(2).setManaged(some);
  }

  private static TableRow<Row> row(ResultTable table, boolean opens, Consumer<Row> open) {
    TableRow<Row> row = new TableRow<>();
    CommandMenu.on(
        row,
        () ->
            row.isEmpty()
                ? List.of()
                : List.of(
                    List.of(
                        Entry.of(
                                Texts.of("Open in Explore"),
                                Feather.COLUMNS,
                                () -> open.accept(row.getItem()))
                            .enabled(opens && row.getItem().target().kind() != Target.Kind.NONE)),
                    List.of(
                        Entry.of(
                            Texts.of("Copy row"),
                            Feather.COPY,
                            () -> Controls.copy(text(table, row.getItem()))))));
    row.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && !row.isEmpty()) {
            open.accept(row.getItem());
          }
        });
    return row;
  }

  private static TableColumn<Row, Object> column(ResultTable table, int place) {
    Column column = table.columns().get(place);
    TableColumn<Row, Object> view = new TableColumn<>(column.title());
    view.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(place)));
    view.setCellFactory(
        any ->
            new TableCell<>() {
              @Override
              protected void updateItem(Object cell, boolean empty) {
                super.updateItem(cell, empty);
                setText(empty ? null : CellText.of(column, cell));
              }
            });
    view.setComparator(
        Comparator.nullsFirst(
            (a, b) ->
                a instanceof Number x && b instanceof Number y
                    ? Double.compare(x.doubleValue(), y.doubleValue())
                    : String.valueOf(a).compareTo(String.valueOf(b))));
    view.setPrefWidth(width(table, place));
    if (column.isNumber()) {
      view.getStyleClass().add("number-column");
    }
    return view;
  }

  /** A row as it can be pasted into a sheet, its cells apart by tabs. */
  static String text(ResultTable table, Row row) {
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      cells.add(table.columns().get(c).inWords(row.cells().get(c)));
    }
    return String.join("\t", cells);
  }

  /** As wide as the longest text, within bounds. */
  private static double width(ResultTable table, int place) {
    Column column = table.columns().get(place);
    int longest =
        table.rows().stream()
            .mapToInt(row -> CellText.of(column, row.cells().get(place)).length())
            .max()
            .orElse(0);
    double width = MARGIN + CHARACTER * Math.max(longest, column.title().length());
    return Math.max(NARROWEST, Math.min(WIDEST, width));
  }
}
