package eifexplorer.ui.explore.compare;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.ThemeInks;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/**
 * Every training image's two scores: the strips' estimator to the right, the other one upwards, each as the signed root of
 * its share of the largest, since a few are far larger than all others.
 */
final class ScatterView extends Region {
  private static final double SIDE = 220;
  private static final double TITLE = 18;
  private static final double DOT = 3;
  private static final double RING = 10;

  private final Canvas canvas = new Canvas(SIDE, SIDE);

  private final ThemeInks inks = new ThemeInks(this::draw);
  private final Label upwards = label("", "small", "muted");
  private final Label rightwards = label("", "small", "muted");
  private final Tip tip = Tips.on(this, "");
  private @Nullable ComparedInfluence shown;
  private int chosen = -1;

  ScatterView() {
    setId("compare-scatter");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    rightwards.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(canvas, inks, upwards, rightwards);
    setMinSize(SIDE, SIDE + 2 * TITLE);
    setMaxSize(SIDE, SIDE + 2 * TITLE);
  }

  /** Shows other scores; null for none. */
  void show(ComparedInfluence scores, String one, String other, String text) {
    shown = scores;
    upwards.setText(scores == null ? "" : "▴ " + other);
    rightwards.setText(scores == null ? "" : one + " ▸");
    setAccessibleText(scores == null ? "" : Texts.of("Scores of both estimators. {0}", text));
    tip.setText(
        scores == null
            ? ""
            : Texts.of("Signed roots of both scores, each of its share of the largest"));
    draw();
  }

  /** Rings a training image; -1 for none. */
  void choose(int trainIndex) {
    chosen = trainIndex;
    draw();
  }

  @Override
  protected void layoutChildren() {
    upwards.resizeRelocate(0, 0, SIDE, TITLE);
    canvas.relocate(0, TITLE);
    rightwards.resizeRelocate(0, TITLE + SIDE, SIDE, TITLE);
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, SIDE, SIDE);
    if (shown == null) {
      return;
    }
    g.setStroke(inks.muted());
    g.setLineWidth(0.5);
    g.strokeLine(SIDE / 2, 0, SIDE / 2, SIDE);
    g.strokeLine(0, SIDE / 2, SIDE, SIDE / 2);
    double[] one = shown.one().scores().influences();
    double[] other = shown.other().scores().influences();
    double mostOne = largest(one);
    double mostOther = largest(other);
    for (int i = 0; i < one.length; i++) {
      g.setFill(colour(one[i], other[i]));
      dot(g, place(one[i], mostOne), place(-other[i], mostOther));
    }
    if (chosen >= 0 && chosen < one.length) {
      g.setLineWidth(1.5);
      double x = place(one[chosen], mostOne);
      double y = place(-other[chosen], mostOther);
      g.strokeOval(x - RING / 2, y - RING / 2, RING, RING);
    }
  }

  private static double place(double score, double most) {
    double root = Math.signum(score) * Math.sqrt(Math.abs(score) / most);
    return SIDE / 2 + (SIDE / 2 - RING) * root;
  }

  private static void dot(GraphicsContext g, double x, double y) {
    g.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
  }

  private Paint colour(double one, double other) {
    if (one > 0 && other > 0) {
      return inks.harmful();
    }
    return one < 0 && other < 0 ? inks.helpful() : inks.muted();
  }

  private static double largest(double[] values) {
    double largest = Double.MIN_NORMAL;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
