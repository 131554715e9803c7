package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The distances a pair may have: one slider for the least, one for the limit; at their outer ends they set none. */
final class DistanceRange extends VBox {
  private static final double STEP = 0.01;
  private static final double WORD = 40;

  private final Slider from = slider(Texts.of("Least distance"));
  private final Slider below = slider(Texts.of("Distance below"));
  private final Label fromText = label("", "mono");
  private final Label belowText = label("", "mono");
  private boolean showing;

  /**
   * A range.
   *
   * @param change is told how to change the filter
   */
  DistanceRange(Consumer<UnaryOperator<PairFilter>> change) {
    super(4);
    getChildren()
        .addAll(
            label(Texts.of("Distance"), "section-head"),
            row(Texts.of("from"), from, fromText),
            row(Texts.of("below"), below, belowText));
    for (Slider slider : List.of(from, below)) {
      slider.valueProperty().addListener((value, old, now) -> moved(change));
    }
  }

  private static Slider slider(String name) {
    Slider slider = new Slider();
    slider.setBlockIncrement(STEP);
    slider.setAccessibleText(name);
    HBox.setHgrow(slider, Priority.ALWAYS);
    return slider;
  }

  private static HBox row(String name, Slider slider, Label value) {
    Label title = label(name, "secondary");
    title.setMinWidth(WORD);
    value.setMinWidth(WORD);
    value.setAlignment(Pos.CENTER_RIGHT);
    HBox row = new HBox(8, title, slider, value);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void moved(Consumer<UnaryOperator<PairFilter>> change) {
    say();
    if (!showing) {
      change.accept(filter -> filter.withFrom(least()).withBelow(limit()));
    }
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

  private void say() {
    fromText.setText(text(least()));
    belowText.setText(text(limit()));
  }

  private static String text(OptionalDouble value) {
    return value.isEmpty() ? Texts.of("any") : Texts.distance(value.getAsDouble());
  }

  /** Shows the filter's range for pairs up to this distance. */
  void show(PairFilter filter, double largest) {
    showing = true;
    double max = (Math.floor(largest / STEP) + 2) * STEP;
    from.setMax(max);
    below.setMax(max);
    from.setValue(filter.from().orElse(0));
    below.setValue(filter.below().orElse(max));
    say();
    showing = false;
  }
}
