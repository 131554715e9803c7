package eifexplorer.ui.workspace;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.dataset.SkippedSample;
import eifexplorer.problem.PlainText;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.FactsGrid;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.PageView;
import eifexplorer.workspace.Workspace;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The Workspace screen: data set, room and left-out images to the left; to the right the models and the chosen one's details. */
public final class WorkspaceView extends HBox implements PageView {
  private static final double LEFT = 400;

  /**
   * Where the screen leads.
   *
   * @param addModel to the form that adds a model
   * @param relocate to the question where the data set is now
   * @param openModel opens a model by its id
   */
  public record Actions(Runnable addModel, Runnable relocate, Consumer<String> openModel) {}

  private final WorkspaceViewModel facts;
  private final VBox right = new VBox(16);
  private final VBox disk;
  private final Button relocate;
  private final Node models;
  private final Node bundle;

  /** A view of the screen. */
  public WorkspaceView(WorkspaceScreen model, Actions actions) {
    super(16);
    facts = model.facts();
    getStyleClass().add("workspace");
    relocate = button(Texts.of("Change folder…"), actions.relocate(), "small-button");
    relocate.setId("relocate");
    disk = new DiskBlock(model.disk());
    models = new ModelsBlock(model.models(), actions);
    bundle = block(label(Texts.of("Model"), "h2"), new FactsGrid(facts.model()));
    VBox skipped = skippedBlock();
    VBox left = new VBox(16, dataset(), disk, skipped);
    VBox.setVgrow(skipped, Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(left);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setMinWidth(LEFT);
    scroll.setPrefWidth(LEFT);
    scroll.setMaxWidth(LEFT);
    scroll.setFocusTraversable(false);
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMinWidth(0);
    VBox.setVgrow(models, Priority.ALWAYS);
    getChildren().addAll(scroll, right);
    facts.imagesProperty().addListener((value, old, now) -> refresh());
    refresh();
  }

  /** A bundle has neither models to choose from nor a folder. */
  private void refresh() {
    boolean folder = facts.workspace().isPresent();
    boolean ofBundle = facts.workspace().filter(Workspace::isOfBundle).isPresent();
    relocate.setText(ofBundle ? Texts.of("Locate images…") : Texts.of("Change folder…"));
    right.getChildren().setAll(folder ? models : bundle);
    for (Node node : new Node[] {disk, relocate}) {
      node.setVisible(folder);
      node.setManaged(folder);
    }
  }

  private VBox dataset() {
    HBox head = new HBox(label(Texts.of("Data set"), "h2"), spacer(), relocate);
    head.setAlignment(Pos.CENTER_LEFT);
    return block(head, new FactsGrid(facts.dataset()));
  }

  private static VBox block(Node... children) {
    VBox block = new VBox(8, children);
    block.getStyleClass().add("block");
    return block;
  }

  private VBox skippedBlock() {
    ListView<SkippedSample> list = new ListView<>(facts.skipped());
    list.setId("skipped");
    list.setAccessibleText(Texts.of("Images left out"));
    list.setCellFactory(view -> new SkippedCell());
    list.setPlaceholder(
        new EmptyState(
            Feather.CHECK_CIRCLE,
            Texts.of("Every image is in use"),
            Texts.of("None had to be left out.")));
    list.setMinHeight(120);
    list.setPrefHeight(160);
    VBox.setVgrow(list, Priority.ALWAYS);
    Button copy =
        button(Texts.of("Copy list"), () -> Controls.copy(facts.skippedAsText()), "small-button");
    InvalidationListener enabled = list2 -> copy.setDisable(facts.skipped().isEmpty());
    facts.skipped().addListener(enabled);
    enabled.invalidated(facts.skipped());
    HBox head = new HBox(label(Texts.of("Images left out"), "h2"), spacer(), copy);
    head.setAlignment(Pos.CENTER_LEFT);
    return block(head, list);
  }

  @Override
  public Node node() {
    return this;
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
        path.setText(PlainText.of(item.path()));
        reason.setText(Texts.said(item.reason()));
      }
    }
  }
}
