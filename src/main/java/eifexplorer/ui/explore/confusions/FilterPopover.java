package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.Segments;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The filter of the pairs, set at leisure: classes, review, distance. Every change shows at once. */
final class FilterPopover extends VBox {
  private static final double STEP = 0.01;
  private static final double WIDTH = 264;

  private final PairListViewModel model;
  private final ClassChoice wrong =
      new ClassChoice("Class of the image", label -> change(f -> f.withWrong(label)));
  private final ClassChoice confused =
      new ClassChoice("Class of its neighbour", label -> change(f -> f.withConfused(label)));
  private final Slider below = new Slider();
  private final Label limit = label("", "mono");
  private final Flyout flyout;
  private boolean showing;

  /** A filter that opens in {@code flyout}. */
  FilterPopover(PairListViewModel model, Flyout flyout) {
    this.model = model;
    this.flyout = flyout;
    setSpacing(12);
    getStyleClass().add("filter-popover");
    setPrefWidth(WIDTH);
    addContent();
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
            button("Done", flyout::close, "accent-button"));
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

  /** Opens it at a button, or closes it. */
  void toggle(Node button) {
    show();
    flyout.toggle(button, this);
    wrong.requestFocus();
  }
}
