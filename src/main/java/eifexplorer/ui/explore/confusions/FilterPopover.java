package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Segments;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The filter of the pairs, set at leisure: classes, review, distance. Every change shows at once. It lies in the window, not
 * over it, so that the keyboard goes in and out as everywhere.
 */
final class FilterPopover extends VBox {
  private static final double STEP = 0.01;
  private static final double WIDTH = 264;
  private static final double GAP = 6;

  private final PairListViewModel model;
  private final ClassChoice wrong =
      new ClassChoice("Class of the image", label -> change(f -> f.withWrong(label)));
  private final ClassChoice confused =
      new ClassChoice("Class of its neighbour", label -> change(f -> f.withConfused(label)));
  private final Slider below = new Slider();
  private final Label limit = label("", "mono");
  private final EventHandler<MouseEvent> outside = this::pressedAnywhere;
  private Node owner;
  private boolean showing;

  FilterPopover(PairListViewModel model) {
    this.model = model;
    setSpacing(12);
    getStyleClass().add("filter-popover");
    setPrefWidth(WIDTH);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setVisible(false);
    StackPane.setAlignment(this, Pos.TOP_LEFT);
    addContent();
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    below.setMin(0);
    below.setBlockIncrement(STEP);
    below.setAccessibleText("Largest distance");
    below.valueProperty().addListener((value, old, now) -> limited());
    model.restrictionProperty().addListener((value, old, now) -> show());
  }

  private void addContent() {
    Segments<ReviewState> review =
        new Segments<>(
            List.of(ReviewState.values()),
            ReviewState::title,
            model.restrictionProperty().map(PairFilter::reviewed),
            state -> change(f -> f.withReviewed(state)));
    HBox distance = new HBox(label("Distance below", "section-head"), spacer(), limit);
    HBox actions =
        new HBox(
            8,
            button("Clear filters", model::clearFilters),
            spacer(),
            button("Done", this::hide, "accent-button"));
    getChildren()
        .addAll(
            group(label("Class of the image", "section-head"), wrong),
            group(label("Confused with", "section-head"), confused),
            group(label("Review", "section-head"), review),
            group(distance, below),
            actions);
  }

  private static VBox group(Node... nodes) {
    return new VBox(4, nodes);
  }

  private void change(UnaryOperator<PairFilter> how) {
    if (!showing) {
      model.restrictionProperty().set(how.apply(model.restrictionProperty().get()));
    }
  }

  /** At its right end the slider sets no limit. */
  private void limited() {
    double value = Math.round(below.getValue() / STEP) * STEP;
    boolean none = value > below.getMax() - STEP / 2;
    limit.setText(none ? "any" : FilterChip.limitText(value));
    change(f -> f.withBelow(none ? OptionalDouble.empty() : OptionalDouble.of(value)));
  }

  private void show() {
    if (showing) {
      return;
    }
    showing = true;
    PairFilter filter = model.restrictionProperty().get();
    wrong.show(model.index(), row -> row.count().wrongLabel(), filter.wrong());
    confused.show(model.index(), row -> row.count().confusedLabel(), filter.confused());
    below.setMax(largest());
    below.setValue(filter.below().orElse(below.getMax()));
    limited();
    showing = false;
  }

  /** One step over the largest distance there is. */
  private double largest() {
    List<PairItem> farthest = model.index().inOrder(PairOrder.FARTHEST);
    double distance = farthest.isEmpty() ? 0 : farthest.get(0).pair().distance();
    return (Math.floor(distance / STEP) + 2) * STEP;
  }

  /** Opens it below a button, or closes it. */
  void toggle(Node button) {
    if (isVisible()) {
      hide();
      return;
    }
    owner = button;
    show();
    Bounds place = getParent().sceneToLocal(button.localToScene(button.getLayoutBounds()));
    double left = Math.max(GAP, place.getMaxX() - WIDTH);
    StackPane.setMargin(this, new Insets(place.getMaxY() + GAP, 0, 0, left));
    setVisible(true);
    getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, outside);
    wrong.requestFocus();
  }

  /** Closes it and gives the keyboard back to the button. */
  private void hide() {
    setVisible(false);
    getScene().removeEventFilter(MouseEvent.MOUSE_PRESSED, outside);
    owner.requestFocus();
  }

  /** Closes it if it is open. */
  void close() {
    if (isVisible()) {
      hide();
    }
  }

  private void pressedAnywhere(MouseEvent event) {
    if (!within(event, this) && !within(event, owner)) {
      hide();
    }
  }

  private static boolean within(MouseEvent event, Node node) {
    return node.contains(node.sceneToLocal(event.getSceneX(), event.getSceneY()));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      hide();
      event.consume();
    }
  }
}
