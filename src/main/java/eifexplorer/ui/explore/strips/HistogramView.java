package eifexplorer.ui.explore.strips;

import static eifexplorer.ui.kit.Controls.downTriangle;
import static eifexplorer.ui.kit.Controls.upTriangle;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/** The distribution of all scores, helpful to the left of the middle, harmful to the right. */
final class HistogramView extends Region {
  private static final double STEP = 3;
  private static final double WIDTH = STEP * ScoreHistogram.BINS;
  private static final double HEIGHT = 20;

  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

  /** Never seen: a canvas knows no style sheet, so these two bring the colours of the theme. */
  private final Polygon harmful = downTriangle(1);

  private final Polygon helpful = upTriangle(1);
  private final Tip tip = Tips.on(this, "");
  private @Nullable ScoreHistogram shown;

  HistogramView() {
    getStyleClass().add("histogram");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    for (Polygon colour : new Polygon[] {harmful, helpful}) {
      colour.setVisible(false);
      colour.fillProperty().addListener((value, old, now) -> draw());
    }
    getChildren().addAll(canvas, harmful, helpful);
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
  }

  /** Shows another distribution; {@code null} for none. */
  void show(@Nullable ScoreHistogram histogram) {
    shown = histogram;
    setAccessibleText(histogram == null ? "" : histogram.text());
    tip.setText(
        histogram == null
            ? ""
            : Texts.of("{0}. Heights are logarithms of the counts.", histogram.text()));
    draw();
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    if (shown == null) {
      return;
    }
    for (int bin = 0; bin < ScoreHistogram.BINS; bin++) {
      if (shown.count(bin) > 0) {
        double height = Math.max(1, Math.round(shown.height(bin) * HEIGHT));
        g.setFill(bin <= ScoreHistogram.BINS / 2 ? helpful.getFill() : harmful.getFill());
        g.fillRect(bin * STEP, HEIGHT - height, STEP - 1, height);
      }
    }
  }
}
