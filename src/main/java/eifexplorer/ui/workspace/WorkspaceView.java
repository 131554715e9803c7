package eifexplorer.ui.workspace;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.dataset.SkippedSample;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.EmptyState;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The Workspace screen: two blocks of facts over the list of images left out. */
public final class WorkspaceView extends VBox {
  private static final double NAMES = 112;

  private final WorkspaceViewModel model;

  /** A view of the screen. */
  public WorkspaceView(WorkspaceViewModel model) {
    super(16);
    this.model = model;
    getStyleClass().add("workspace");
    VBox dataset = block("Data set", model.dataset());
    VBox network = block("Model", model.model());
    HBox blocks = new HBox(16, dataset, network);
    for (VBox block : new VBox[] {dataset, network}) {
      HBox.setHgrow(block, Priority.ALWAYS);
      block.setPrefWidth(0);
    }
    VBox skipped = skippedBlock();
    VBox.setVgrow(skipped, Priority.ALWAYS);
    getChildren().addAll(label("Workspace", "h1"), blocks, skipped);
  }

  private static VBox block(String title, ObservableList<Fact> facts) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    ColumnConstraints names = new ColumnConstraints(NAMES);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    facts.addListener((ListChangeListener<Fact>) change -> fill(grid, facts));
    fill(grid, facts);
    VBox block = new VBox(8, label(title, "h2"), grid);
    block.getStyleClass().add("block");
    return block;
  }

  private static void fill(GridPane grid, ObservableList<Fact> facts) {
    grid.getChildren().clear();
    for (int row = 0; row < facts.size(); row++) {
      Label name = label(facts.get(row).name(), "secondary");
      Label value = label(facts.get(row).value());
      value.setWrapText(true);
      value.setMinHeight(USE_PREF_SIZE);
      GridPane.setValignment(name, VPos.TOP);
      grid.addRow(row, name, value);
    }
  }

  private VBox skippedBlock() {
    ListView<SkippedSample> list = new ListView<>(model.skipped());
    list.setAccessibleText("Images left out");
    list.setCellFactory(view -> new SkippedCell());
    list.setPlaceholder(
        new EmptyState(Feather.CHECK_CIRCLE, "Every image is in use", "None had to be left out."));
    VBox.setVgrow(list, Priority.ALWAYS);
    Button copy = button("Copy list", () -> Controls.copy(model.skippedAsText()));
    model
        .skipped()
        .addListener(
            (ListChangeListener<SkippedSample>) c -> copy.setDisable(model.skipped().isEmpty()));
    copy.setDisable(model.skipped().isEmpty());
    HBox head = new HBox(label("Images left out", "h2"), spacer(), copy);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox block = new VBox(8, head, list);
    block.getStyleClass().add("block");
    return block;
  }

  /** Path and reason on two lines. */
  private static final class SkippedCell extends ListCell<SkippedSample> {
    private final Label path = label("");
    private final Label reason = label("", "small", "muted");
    private final VBox lines = new VBox(path, reason);

    SkippedCell() {
      setPrefWidth(0);
      path.setMinWidth(0);
      reason.setMinWidth(0);
    }

    @Override
    protected void updateItem(SkippedSample item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty ? null : lines);
      if (!empty) {
        path.setText(item.path());
        reason.setText(item.reason());
      }
    }
  }
}
