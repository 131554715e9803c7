package eifexplorer.ui.workspace;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.model.ModelEntry;
import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The models of a workspace in a table, over the chosen one's details. */
final class ModelsBlock extends VBox {
  private static final PseudoClass LOADED = PseudoClass.getPseudoClass("loaded");

  private static final double NARROW = 700;

  private final ModelsViewModel model;
  private final TableView<ModelEntry> table = new TableView<>();

  /** The table's own copy: while it is changed the selection jumps about, which must not reach the model. */
  private final ObservableList<ModelEntry> rows = FXCollections.observableArrayList();

  private final ModelDetails details;
  private boolean following;

  ModelsBlock(ModelsViewModel model, WorkspaceView.Actions actions) {
    super(16);
    this.model = model;
    Button add = button(Texts.of("Add a model…"), actions.addModel(), "accent-button");
    add.setId("show-add-model");
    HBox head = new HBox(label(Texts.of("Models"), "h2"), spacer(), add);
    head.setAlignment(Pos.CENTER_LEFT);
    prepareTable(actions);
    Label damaged = label("", "muted");
    damaged.setId("damaged-models");
    damaged.setWrapText(true);
    damaged.textProperty().bind(model.damagedProperty());
    damaged.visibleProperty().bind(damaged.textProperty().isNotEmpty());
    damaged.managedProperty().bind(damaged.visibleProperty());
    VBox block = new VBox(8, head, table, damaged);
    block.getStyleClass().add("block");
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox.setVgrow(block, Priority.ALWAYS);
    details = new ModelDetails(model, actions.openModel());
    getChildren().addAll(block, details);
    InvalidationListener follow = value -> follow();
    model.models().addListener(follow);
    model.loadedProperty().addListener(follow);
    model.selectedProperty().addListener(follow);
    follow();
  }

  private void prepareTable(WorkspaceView.Actions actions) {
    table.setId("models");
    table.getStyleClass().add("plain-table");
    table.setAccessibleText(Texts.of("Models of the workspace"));
    table.setPlaceholder(label(Texts.of("No model yet"), "muted"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column(Texts.of("Model"), 190, entry -> entry.card().title()));
    addDetail(column(Texts.of("Loss"), 84, entry -> entry.card().loss().title()));
    addDetail(column(Texts.of("Back bone"), 116, entry -> entry.card().architecture()));
    addDetail(number(Texts.of("Epoch"), 56, ModelsBlock::epoch));
    table.getColumns().add(number("R@1", 62, entry -> percent(entry, "recall_at_1")));
    table.getColumns().add(number(Texts.of("MAP@R"), 68, entry -> percent(entry, "map_at_r")));
    table.getColumns().add(number("NMI", 62, entry -> percent(entry, "nmi")));
    table.getColumns().add(number(Texts.of("Size"), 72, entry -> Texts.bytes(entry.bytes())));
    table
        .getColumns()
        .add(
            number(Texts.of("Made"), 100, entry -> Texts.day(entry.card().provenance().created())));
    table.setItems(rows);
    table.setRowFactory(view -> row(actions));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (!following && now != null) {
                model.selectedProperty().set(now);
              }
            });
  }

  /** A column that a narrow table does without, since the model's title says it too. */
  private void addDetail(TableColumn<ModelEntry, String> column) {
    column.visibleProperty().bind(table.widthProperty().greaterThan(NARROW));
    table.getColumns().add(column);
  }

  private static String epoch(ModelEntry entry) {
    return entry.card().epochs() == 0 ? "–" : String.valueOf(entry.card().epochs());
  }

  private static String percent(ModelEntry entry, String metric) {
    return ModelWords.percent(entry.card(), metric);
  }

  private TableRow<ModelEntry> row(WorkspaceView.Actions actions) {
    TableRow<ModelEntry> row = new TableRow<>();
    InvalidationListener mark =
        value ->
            row.pseudoClassStateChanged(
                LOADED,
                row.getItem() != null
                    && row.getItem().card().id().equals(model.loadedProperty().get()));
    row.itemProperty().addListener(mark);
    model.loadedProperty().addListener(mark);
    CommandMenu.on(
        row,
        () ->
            row.getItem() == null
                ? List.of()
                : ModelMenu.of(model, row.getItem(), actions.openModel(), details::export));
    row.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && row.getItem() != null) {
            actions.openModel().accept(row.getItem().card().id());
          }
        });
    return row;
  }

  private static TableColumn<ModelEntry, String> column(
      String title, double width, Function<ModelEntry, String> text) {
    TableColumn<ModelEntry, String> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
    column.setPrefWidth(width);
    column.setReorderable(false);
    return column;
  }

  private static TableColumn<ModelEntry, String> number(
      String title, double width, Function<ModelEntry, String> text) {
    TableColumn<ModelEntry, String> column = column(title, width, text);
    column.getStyleClass().add("number-column");
    column.setCellFactory(
        view -> {
          TableCell<ModelEntry, String> cell = new TextCell();
          cell.getStyleClass().add("number-cell");
          return cell;
        });
    return column;
  }

  /** A cell of text. */
  private static final class TextCell extends TableCell<ModelEntry, String> {
    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? "" : text);
    }
  }

  /** Shows what the model has, without telling the model. */
  private void follow() {
    following = true;
    if (!rows.equals(model.models())) {
      rows.setAll(model.models());
    }
    ModelEntry selected = model.selectedProperty().get();
    if (selected == null) {
      table.getSelectionModel().clearSelection();
    } else {
      table.getSelectionModel().select(selected);
    }
    following = false;
  }
}
