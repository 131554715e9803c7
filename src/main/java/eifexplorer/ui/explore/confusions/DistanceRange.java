package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The distances a pair may have: one slider for the least, one for the limit; at their outer ends they set none. */
final class DistanceRange extends VBox {
  private static final double STEP = 0.01;

  private final Slider from = slider("Least distance");
  private final Slider below = slider("Distance below");
  private final Label text = label("", "mono");
  private final UnaryOperator<PairFilter> kept;
  private boolean showing;

  /**
   * A range.
   *
   * @param change is told how to change the filter
   */
  DistanceRange(Consumer<UnaryOperator<PairFilter>> change) {
    super(4);
    kept = filter -> filter.withFrom(least()).withBelow(limit());
    getChildren().addAll(new HBox(label("Distance", "section-head"), spacer(), text), from, below);
    for (Slider slider : List.of(from, below)) {
      slider
          .valueProperty()
          .addListener(
              (value, old, now) -> {
                text.setText(words());
                if (!showing) {
                  change.accept(kept);
                }
              });
    }
  }

  private static Slider slider(String name) {
    Slider slider = new Slider();
    slider.setBlockIncrement(STEP);
    slider.setAccessibleText(name);
    return slider;
  }

  private OptionalDouble least() {
    double value = rounded(from);
    return value < STEP / 2 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private OptionalDouble limit() {
    double value = rounded(below);
    return value > below.getMax() - STEP / 2 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static double rounded(Slider slider) {
    return Math.round(slider.getValue() / STEP) * STEP;
  }

  private String words() {
    if (least().isEmpty() && limit().isEmpty()) {
      return "any";
    }
    return FilterChip.limitText(least().orElse(0))
        + " – "
        + (limit().isEmpty() ? "any" : FilterChip.limitText(limit().getAsDouble()));
  }

  /** Shows the filter's range for pairs up to this distance. */
  void show(PairFilter filter, double largest) {
    showing = true;
    double max = (Math.floor(largest / STEP) + 2) * STEP;
    from.setMax(max);
    below.setMax(max);
    from.setValue(filter.from().orElse(0));
    below.setValue(filter.below().orElse(max));
    text.setText(words());
    showing = false;
  }
}
