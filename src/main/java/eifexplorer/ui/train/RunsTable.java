package eifexplorer.ui.train;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The runs of the workspace; ticked ones are drawn beside the chosen one. */
final class RunsTable extends TableView<RunRow> {
  private static final double TICKS = 36;
  private static final double NAME = 168;
  private static final double ACTIONS = 116;

  /** Borders, and the scroll bar. */
  private static final double MARGIN = 16;

  private final TrainViewModel model;

  /** The table's own copy: while it is changed the selection jumps about, which must not reach the model. */
  private final ObservableList<RunRow> rows = FXCollections.observableArrayList();

  private final TableColumn<RunRow, RunRow> ticks = ticks();
  private final TableColumn<RunRow, String> name = column(Texts.of("Run"), NAME, RunRow::id);
  private final TableColumn<RunRow, RunRow> actions = actions();
  private List<RunColumn> fitting = List.of();
  private boolean following;

  RunsTable(TrainViewModel model) {
    this.model = model;
    setId("runs");
    getStyleClass().add("plain-table");
    setAccessibleText(Texts.of("Training runs"));
    name.setCellFactory(view -> new NameCell());
    setPlaceholder(label(Texts.of("No run yet"), "muted"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setItems(rows);
    setRowFactory(view -> row());
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (!following && now != null) {
                model.chosenProperty().set(now.id());
              }
            });
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    InvalidationListener follow = value -> follow();
    model.runs().addListener(follow);
    model.chosenProperty().addListener(follow);
    InvalidationListener fit = value -> fit();
    SetChangeListener<String> redraw = change -> refresh();
    model.ticked().addListener(redraw);
    model.columns().shown().addListener(fit);
    widthProperty().addListener(fit);
    fit();
    follow();
  }

  /** Shows the chosen columns that there is room for. */
  private void fit() {
    double room = Math.max(0, getWidth() - TICKS - NAME - ACTIONS - MARGIN);
    List<RunColumn> now = RunColumn.fitting(model.columns().shown(), room);
    if (now.equals(fitting)) {
      return;
    }
    fitting = now;
    List<TableColumn<RunRow, ?>> all = new ArrayList<>();
    all.add(ticks);
    all.add(name);
    for (RunColumn column : now) {
      all.add(
          column.number()
              ? number(column.title(), column.width(), column.text())
              : column(column.title(), column.width(), column.text()));
    }
    all.add(actions);
    getColumns().setAll(all);
  }

  private void key(KeyEvent event) {
    RunRow row = getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      model.open(row);
      event.consume();
    } else if (event.getCode() == KeyCode.SPACE) {
      model.tick(row);
      event.consume();
    }
  }

  private void follow() {
    following = true;
    rows.setAll(model.runs());
    model
        .chosenRun()
        .ifPresentOrElse(
            row -> getSelectionModel().select(row), () -> getSelectionModel().clearSelection());
    following = false;
  }

  private TableRow<RunRow> row() {
    TableRow<RunRow> row = new TableRow<>();
    CommandMenu.on(
        row,
        () ->
            row.getItem() == null
                ? List.of()
                : RunMenu.of(model, row.getItem(), () -> export(row.getItem())));
    return row;
  }

  private void export(RunRow row) {
    CsvChooser.choose(this, row.runId() + "-epochs.csv")
        .ifPresent(file -> model.actions().exportEpochs(row, file));
  }

  private TableColumn<RunRow, RunRow> ticks() {
    TableColumn<RunRow, RunRow> column = own("", TICKS);
    column.setCellFactory(view -> new TickCell());
    return column;
  }

  private TableColumn<RunRow, RunRow> actions() {
    TableColumn<RunRow, RunRow> column = own("", ACTIONS);
    column.setCellFactory(view -> new ActionCell());
    return column;
  }

  private static TableColumn<RunRow, RunRow> own(String title, double width) {
    TableColumn<RunRow, RunRow> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setPrefWidth(width);
    column.setMinWidth(width);
    column.setReorderable(false);
    column.setSortable(false);
    return column;
  }

  private static TableColumn<RunRow, String> column(
      String title, double width, Function<RunRow, String> text) {
    TableColumn<RunRow, String> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
    column.setPrefWidth(width);
    column.setReorderable(false);
    return column;
  }

  private static TableColumn<RunRow, String> number(
      String title, double width, Function<RunRow, String> text) {
    TableColumn<RunRow, String> column = column(title, width, text);
    column.getStyleClass().add("number-column");
    return column;
  }

  private final class TickCell extends TableCell<RunRow, RunRow> {
    private final CheckBox box = new CheckBox();

    TickCell() {
      box.setFocusTraversable(false);
      box.setOnAction(event -> model.tick(getItem()));
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : box);
      if (row != null) {
        box.setAccessibleText(Texts.of("Draw the curves of {0}", row.id()));
        box.setSelected(model.ticked().contains(row.id()));
      }
    }
  }

  /** Names differ most often at their end. */
  private static final class NameCell extends TableCell<RunRow, String> {
    private final Tip tip = Tips.on(this, "");

    NameCell() {
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(String run, boolean empty) {
      super.updateItem(run, empty);
      setText(empty ? null : run);
      tip.setText(empty || run == null ? "" : run);
    }
  }

  /** One button, whatever it does now: rows are replaced while a run trains, and a press must not lose its button. */
  private final class ActionCell extends TableCell<RunRow, RunRow> {
    private final Button button = button("", () -> {}, "link-button");

    @Override
    protected void updateItem(RunRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
      } else if (row.state() == RunRow.State.DONE) {
        offer(Texts.of("Open in Explore"), () -> model.open(row));
      } else if (row.canResume()) {
        offer(Texts.of("Resume"), () -> model.resume(row));
      } else if (row.canPause()) {
        offer(Texts.of("Pause"), () -> model.pause(row));
      } else if (row.canCancel()) {
        offer(Texts.of("Cancel"), () -> model.cancel(row));
      } else {
        setGraphic(null);
      }
    }

    private void offer(String text, Runnable action) {
      button.setText(text);
      button.setOnAction(event -> action.run());
      setGraphic(button);
    }
  }
}
