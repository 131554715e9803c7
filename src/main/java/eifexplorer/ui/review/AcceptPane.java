package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;
import static java.util.Objects.requireNonNull;

import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.review.AcceptViewModel.Likely;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The most certain labels as a grid, looked over before they are accepted together. */
final class AcceptPane extends VBox {
  private static final double TILE = 132;

  private final ReviewViewModel review;
  private final AcceptViewModel model;
  private final PictureLoader pictures;
  private final Label title = label("", "h1");
  private final Label checked = label("", "muted");
  private final FlowPane grid = new FlowPane(8, 8);
  private final List<BatchTile> tiles = new ArrayList<>();
  private final EmptyState none = new EmptyState(Feather.CHECK_SQUARE, "", "");
  private final Button accept;
  private boolean wantsFocus;

  AcceptPane(ReviewViewModel review, PictureLoader pictures) {
    super(8);
    this.review = review;
    this.model = review.accept();
    this.pictures = pictures;
    getStyleClass().addAll("review-centre", "batch-pane");
    accept = button("", model::accept, "accent-button");
    accept.setId("accept-labels");
    checked.setWrapText(true);
    title.setMinWidth(0);
    Segments<Double> thresholds = thresholds();
    thresholds.setId("accept-from");
    thresholds.setMinWidth(USE_PREF_SIZE);
    HBox head =
        new HBox(
            12,
            title,
            spacer(),
            thresholds,
            button(Texts.of("Back"), model::toggleOpen, "small-button"));
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Texts.of("Labels that would be accepted, the least certain first"));
    StackPane middle = new StackPane(scroll, none);
    VBox.setVgrow(middle, Priority.ALWAYS);
    Label how =
        label(
            Texts.of(
                "The least certain first. A click leaves one out. Accepted labels are one step of"
                    + " undo and are marked as automatic wherever they are exported."),
            "small",
            "muted");
    how.setMinWidth(0);
    how.setWrapText(true);
    HBox.setHgrow(how, Priority.ALWAYS);
    how.setMaxWidth(Double.MAX_VALUE);
    HBox foot = new HBox(12, how, accept);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, checked, middle, foot);
    InvalidationListener fill = value -> fill();
    model.openProperty().addListener(fill);
    model.shown().addListener(fill);
    model.busyProperty().addListener(fill);
    model.leftOut().addListener((InvalidationListener) value -> mark());
    fill();
  }

  private Segments<Double> thresholds() {
    return new Segments<>(
        AcceptViewModel.THRESHOLDS,
        Texts::coefficient,
        model.thresholdProperty().asObject(),
        model::from);
  }

  private void fill() {
    tiles.clear();
    if (model.openProperty().get()) {
      model.shown().forEach(likely -> tiles.add(tile(likely)));
    }
    grid.getChildren().setAll(tiles);
    mark();
  }

  private BatchTile tile(Likely likely) {
    QueueItem item = review.queue().item(likely.trainIndex());
    String to = requireNonNull(review.session()).className(likely.label());
    String probability = Texts.coefficient(likely.probability());
    BatchTile tile =
        new BatchTile(
            pictures,
            new BatchTile.Shown(
                likely.trainIndex(),
                item.picture(),
                List.of(item.className(), "→ " + to, probability),
                Texts.of("{0} to {1}, {2}", item.className(), to, probability)),
            () -> model.toggle(likely.trainIndex()));
    tile.resize(TILE, true);
    return tile;
  }

  private void mark() {
    title.setText(model.text());
    checked.setText(model.checked());
    checked.getStyleClass().setAll("label", model.isDoubtful() ? "review-hint" : "muted");
    none.say(Texts.of("Nothing to accept"), model.nothing());
    none.setVisible(!model.nothing().isEmpty());
    int count = model.shown().size() - model.leftOut().size();
    accept.setText(Texts.of("Accept {0}", Texts.count(Math.max(0, count), "label", "labels")));
    accept.setDisable(count <= 0);
    takeFocus();
    tiles.forEach(tile -> tile.mark(!model.leftOut().contains(tile.trainIndex()), false));
  }

  /** Gives the button the keyboard, as soon as there is something to accept. */
  void focusAccept() {
    wantsFocus = true;
    takeFocus();
  }

  private void takeFocus() {
    if (wantsFocus && isVisible() && !accept.isDisable()) {
      wantsFocus = false;
      accept.requestFocus();
    }
  }
}
