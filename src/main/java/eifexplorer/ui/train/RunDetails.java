package eifexplorer.ui.train;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Fact;
import eifexplorer.ui.kit.FactsGrid;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chosen run: warnings, whole plan, where it came from. Deleting asks in place. */
final class RunDetails extends VBox {
  /** It takes the room the curves had, and scrolls. */
  private static final double ROWS = 160;

  private final TrainViewModel model;
  private final VBox warnings = new VBox(4);
  private final ObservableList<Fact> plan = FXCollections.observableArrayList();
  private final ObservableList<Fact> provenance = FXCollections.observableArrayList();
  private final HBox actions = new HBox(8);
  private String asked = "";
  private @Nullable RunRow shown;

  RunDetails(TrainViewModel model) {
    super(8);
    this.model = model;
    getStyleClass().addAll("block", "run-details");
    HBox columns =
        new HBox(
            24, column(Texts.of("Plan"), plan), column(Texts.of("Where it came from"), provenance));
    ScrollPane scroll = new ScrollPane(new VBox(12, warnings, columns));
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(ROWS);
    scroll.setAccessibleText(Texts.of("Details of the run"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    warnings.managedProperty().bind(warnings.visibleProperty());
    actions.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(scroll, actions);
  }

  private static VBox column(String title, ObservableList<Fact> facts) {
    VBox column = new VBox(6, label(title, "section-head"), new FactsGrid(facts));
    column.setMinWidth(0);
    column.setPrefWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  void show(RunRow row) {
    shown = row;
    set(plan, RunFacts.plan(row.plan()));
    set(provenance, RunFacts.provenance(row));
    warnings
        .getChildren()
        .setAll(RunFacts.warnings(row).stream().map(RunDetails::warning).toList());
    warnings.setVisible(!warnings.getChildren().isEmpty());
    if (!asked.equals(row.id())) {
      asked = "";
      showActions();
    }
  }

  /** The run as it was shown last: there are buttons only once there is one. */
  private RunRow shown() {
    return Objects.requireNonNull(shown);
  }

  /** Only what is new: the grid would lose its place a few times a second. */
  private static void set(ObservableList<Fact> facts, List<Fact> now) {
    if (!facts.equals(now)) {
      facts.setAll(now);
    }
  }

  private static Label warning(String text) {
    Label warning = label(text, "warning");
    warning.setWrapText(true);
    warning.setMinHeight(USE_PREF_SIZE);
    return warning;
  }

  private void showActions() {
    Button epochs = button(Texts.of("Export epochs…"), this::exportEpochs);
    epochs.setDisable(shown().newestEpochs().isEmpty());
    Button delete = button(Texts.of("Delete…"), this::askDelete);
    delete.setId("ask-delete-run");
    delete.setDisable(!model.actions().canDelete(shown()));
    actions.getChildren().setAll(epochs, spacer(), delete);
  }

  private void askDelete() {
    asked = shown().id();
    Button delete =
        button(Texts.of("Delete"), () -> model.actions().delete(shown()), "danger-button");
    delete.setId("delete-run");
    Button keep =
        button(
            Texts.of("Keep"),
            () -> {
              asked = "";
              showActions();
            });
    actions
        .getChildren()
        .setAll(
            label(
                Texts.of("Delete this run and its model? They go to the workspace's trash."),
                "question"),
            spacer(),
            delete,
            keep);
    delete.requestFocus();
  }

  private void exportEpochs() {
    RunRow row = shown();
    CsvChooser.choose(this, row.runId() + "-epochs.csv")
        .ifPresent(file -> model.actions().exportEpochs(row, file));
  }
}
