package eifexplorer.ui.explore.whatif;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.math.NumberScale;
import eifexplorer.ui.kit.Texts;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/**
 * Changes of the distance on one line each for the change and for random sets: a dot a seed, a stroke at the mean, and zero
 * between pulled together and pushed apart.
 */
final class WhatIfPlot extends Region {
  private static final double NAMES = 96;
  private static final double ROW = 36;
  private static final double AXIS = 20;
  private static final double DOT = 5;
  private static final double MARGIN = 24;

  private final Label together = label(Texts.of("◂ pulled together"), "small", "muted");
  private final Label apart = label(Texts.of("pushed apart ▸"), "small", "muted");
  private double[] changes = {};
  private double[] controls = {};
  private NumberScale numbers = NumberScale.upTo(0);

  WhatIfPlot() {
    setId("what-if-plot");
    setMinHeight(2 * ROW + 2 * AXIS);
    setPrefHeight(2 * ROW + 2 * AXIS);
    apart.setAlignment(Pos.CENTER_RIGHT);
  }

  /** Shows another result; null for none. */
  void show(WhatIfResult result) {
    changes = result == null ? new double[0] : result.effects().changes();
    controls = result == null ? new double[0] : result.effects().controlChanges();
    numbers = result == null ? NumberScale.upTo(0) : result.scale();
    setVisible(result != null);
    setAccessibleText(
        result == null
            ? ""
            : Texts.of("Change of the distance, seed by seed. {0}", result.sentence()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    getChildren().clear();
    if (changes.length == 0) {
      return;
    }
    double widest =
        DoubleStream.concat(Arrays.stream(changes), Arrays.stream(controls))
            .map(Math::abs)
            .max()
            .orElse(0);
    double scale = (getWidth() - NAMES - 2 * MARGIN) / 2 / Math.max(widest, 1e-6);
    double zero = NAMES + MARGIN + (getWidth() - NAMES - 2 * MARGIN) / 2;
    Line axis = new Line(zero, AXIS, zero, AXIS + 2 * ROW);
    axis.getStyleClass().add("plot-axis");
    getChildren().add(axis);
    row(Texts.of("This change"), changes, "plot-trial", AXIS + ROW / 2, zero, scale);
    row(Texts.of("Random sets"), controls, "plot-control", AXIS + 1.5 * ROW, zero, scale);
    put(together, NAMES, 0, zero - NAMES - 8);
    put(apart, zero + 8, 0, getWidth() - zero - 8);
    ticks(zero, widest, scale);
  }

  private void row(
      String name, double[] values, String style, double y, double zero, double scale) {
    put(label(name, "small"), 0, y - AXIS / 2, NAMES);
    for (double value : values) {
      Circle dot = new Circle(zero + value * scale, y, DOT);
      dot.getStyleClass().add(style);
      getChildren().add(dot);
    }
    double mean = zero + Arrays.stream(values).average().orElse(0) * scale;
    Line stroke = new Line(mean, y - ROW / 2 + 4, mean, y + ROW / 2 - 4);
    stroke.getStyleClass().add("plot-mean");
    getChildren().add(stroke);
  }

  private void ticks(double zero, double widest, double scale) {
    double y = AXIS + 2 * ROW;
    put(label(numbers.unit(), "small", "mono", "muted"), 0, y, NAMES);
    for (double value : new double[] {-widest, 0, widest}) {
      Label tick =
          label(value == 0 ? "0" : Texts.decimal(numbers.signed(value)), "small", "mono", "muted");
      tick.setAlignment(Pos.CENTER);
      put(tick, zero + value * scale - 2 * MARGIN, y, 4 * MARGIN);
    }
  }

  private void put(Label text, double x, double y, double width) {
    getChildren().add(text);
    text.resizeRelocate(x, y, width, AXIS);
  }
}
