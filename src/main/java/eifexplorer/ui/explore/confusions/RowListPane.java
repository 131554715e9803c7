package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The class pairs, or the classes: count, heads to sort by, lines. Enter or a double click opens a line. */
final class RowListPane<R extends ConfusionRow> extends VBox {
  private final RowListViewModel<R> model;
  private final Consumer<R> open;

  /** The list's own copy: while it is changed the selection jumps about, which must not reach the model. */
  private final ObservableList<R> rows = FXCollections.observableArrayList();

  private final ListView<R> list = new ListView<>(rows);
  private final EmptyState noMatch;
  private boolean following;

  /**
   * A view of the list.
   *
   * @param heads what to sort by, placed as the parts of a line
   * @param besideCount stands at the end of the line of the count
   * @param open is told of the line to open
   * @param clear takes the search away
   */
  RowListPane(
      RowListViewModel<R> model,
      Node heads,
      Supplier<ListCell<R>> cells,
      double rowHeight,
      Node besideCount,
      Consumer<R> open,
      Runnable clear) {
    super(8);
    this.model = model;
    this.open = open;
    list.setFixedCellSize(rowHeight);
    list.setCellFactory(view -> opening(cells.get()));
    list.setOnKeyPressed(this::key);
    noMatch = new EmptyState(Feather.FILTER, "", "", button(Texts.of("Clear filters"), clear));
    list.setPlaceholder(noMatch);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox head = new VBox(4, countLine(besideCount), heads);
    head.getStyleClass().add("column-head");
    getChildren().addAll(head, list);
    connect();
  }

  private void connect() {
    list.accessibleTextProperty().bind(model.countTextProperty());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((value, old, now) -> selectedInList(now));
    model.selectedProperty().addListener((value, old, now) -> follow());
    model.visible().addListener((ListChangeListener<R>) change -> listChanged());
    listChanged();
  }

  private HBox countLine(Node beside) {
    Label count = label("", "count-line");
    count.textProperty().bind(model.countTextProperty());
    HBox line = new HBox(count, spacer(), beside);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(28);
    return line;
  }

  private ListCell<R> opening(ListCell<R> cell) {
    cell.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && cell.getItem() != null) {
            open.accept(cell.getItem());
          }
        });
    return cell;
  }

  private void key(KeyEvent event) {
    R chosen = model.selectedProperty().get();
    if (event.getCode() == KeyCode.ENTER && rows.contains(chosen)) {
      open.accept(chosen);
      event.consume();
    }
  }

  private void selectedInList(R row) {
    if (!following && row != null) {
      model.selectedProperty().set(row);
    }
  }

  private void listChanged() {
    noMatch.say(Texts.of("None of {0} match", model.totalText()), "");
    following = true;
    rows.setAll(model.visible());
    follow();
  }

  private void follow() {
    following = true;
    int at = rows.indexOf(model.selectedProperty().get());
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != at) {
      list.getSelectionModel().clearAndSelect(at);
      list.scrollTo(Math.max(0, at - 2));
    }
    following = false;
  }

  /** Gives the list the keyboard, at its first line if none is chosen. */
  void focus() {
    if (model.selectedProperty().get() == null && !rows.isEmpty()) {
      model.selectedProperty().set(rows.get(0));
    }
    list.requestFocus();
  }
}
