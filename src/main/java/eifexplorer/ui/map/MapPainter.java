package eifexplorer.ui.map;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.projection.CentreLabels;
import eifexplorer.projection.Layout;
import eifexplorer.projection.PlaneView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.ThemeInks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Draws over the points: all pairs, the pair that is looked at and who is tied to it, names of classes, marks. */
final class MapPainter {
  private static final double NAME_HEIGHT = 16;
  private static final double RING = 7;
  private static final double NEAR_RING = 8;
  private static final int MOST_RINGS = 100;

  /** Outside the picture, in pixels, so that no line's end shows at its edge. */
  private static final double BESIDE = 16;

  private static final int NAMES_A_FRAME = 24;

  /** The least radius of a disc that has room for its number. */
  private static final double COUNTED = 8;

  private static final Font NAMES = Font.font("Inter", 11);

  private final MapViewModel model;
  private final ThemeInks inks;
  private final Text measure = new Text();
  private final Map<Integer, ClassName> classNames = new HashMap<>();
  private int measurable;

  MapPainter(MapViewModel model, ThemeInks inks) {
    this.model = model;
    this.inks = inks;
    measure.setFont(NAMES);
    model.imagesProperty().addListener((value, old, now) -> classNames.clear());
  }

  /** Draws it in a view, which is that of the points under it. */
  void paint(GraphicsContext g, ShownMap map, PlaneView view) {
    g.clearRect(0, 0, view.width(), view.height());
    boolean allPairs = model.lines().allPairsProperty().get();
    if (allPairs) {
      bundles(g, map, view);
    }
    selection(g, map.layout(), view);
    pair(g, map.layout(), view);
    names(g, map, view);
    if (allPairs) {
      knots(g, map, view);
    }
    way(g, map, view, model.chosenProperty().get());
    way(g, map, view, model.hoveredProperty().get());
    mark(g, map.layout(), view, model.chosenProperty().get(), inks.text());
    mark(g, map.layout(), view, model.hoveredProperty().get(), inks.accent());
  }

  private static Color with(Color colour, double opacity) {
    return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
  }

  private void bundles(GraphicsContext g, ShownMap map, PlaneView view) {
    MapImages images = model.imagesProperty().get();
    if (images == null) {
      return;
    }
    g.setLineDashes((double[]) null);
    g.setLineWidth(1);
    g.setStroke(with(inks.muted(), 0.35));
    for (Knot knot : map.knots()) {
      for (ConfusionPair pair : knot.pairs()) {
        bundled(g, map.layout(), view, images, knot, pair);
      }
    }
  }

  /** Those of many pairs come first, and lie over those of few. */
  private void knots(GraphicsContext g, ShownMap map, PlaneView view) {
    List<Knot> seen = Knot.withDisc(map.knots(), view);
    for (int i = seen.size() - 1; i >= 0; i--) {
      Knot knot = seen.get(i);
      disc(g, view.px(knot.x()), view.py(knot.y()), knot.radius(), knot.count());
    }
  }

  /** With an edge and its number of pairs, since a disc alone is lost among points of its colour. */
  private void disc(GraphicsContext g, double x, double y, double r, int pairs) {
    g.setFill(with(inks.ground(), 0.92));
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
    g.setStroke(inks.harmful());
    g.setLineWidth(1.5);
    ring(g, x, y, r);
    if (r >= COUNTED) {
      g.setFont(NAMES);
      g.setTextAlign(TextAlignment.CENTER);
      g.setTextBaseline(VPos.CENTER);
      g.setFill(inks.text());
      g.fillText(Texts.count(pairs), x, y);
    }
  }

  /** Through the knot, as a curve that touches it. */
  private static void bundled(
      GraphicsContext g,
      Layout layout,
      PlaneView view,
      MapImages images,
      Knot knot,
      ConfusionPair pair) {
    int a = images.test(pair.wrong());
    int b = images.test(pair.confusedWith());
    double ax = view.px(layout.x(a));
    double ay = view.py(layout.y(a));
    double bx = view.px(layout.x(b));
    double by = view.py(layout.y(b));
    g.beginPath();
    g.moveTo(ax, ay);
    g.quadraticCurveTo(
        2 * view.px(knot.x()) - (ax + bx) / 2, 2 * view.py(knot.y()) - (ay + by) / 2, bx, by);
    g.stroke();
  }

  private void selection(GraphicsContext g, Layout layout, PlaneView view) {
    Picked picked = model.selection().now();
    // Many would hide each other and their colours; that all others are grey tells them.
    if (picked.size() > MOST_RINGS) {
      return;
    }
    g.setStroke(inks.accent());
    g.setLineWidth(1);
    g.setLineDashes((double[]) null);
    for (int i = 0; i < picked.size(); i++) {
      int point = picked.point(i);
      if (point < layout.size() && view.shows(layout.x(point), layout.y(point), RING)) {
        ring(g, view.px(layout.x(point)), view.py(layout.y(point)), 5);
      }
    }
  }

  private void pair(GraphicsContext g, Layout layout, PlaneView view) {
    int[] ends = model.lines().ends().orElse(null);
    if (ends == null || ends[0] >= layout.size() || ends[1] >= layout.size()) {
      return;
    }
    double ax = view.px(layout.x(ends[0]));
    double ay = view.py(layout.y(ends[0]));
    double bx = view.px(layout.x(ends[1]));
    double by = view.py(layout.y(ends[1]));
    for (InfluenceLine line : model.lines().linesProperty().get()) {
      influence(
          g,
          line,
          view.px(layout.x(line.point())),
          view.py(layout.y(line.point())),
          (ax + bx) / 2,
          (ay + by) / 2);
    }
    g.setLineDashes((double[]) null);
    g.setStroke(inks.ground());
    g.setLineWidth(5);
    line(g, ax, ay, bx, by);
    g.setStroke(inks.text());
    g.setLineWidth(2.5);
    line(g, ax, ay, bx, by);
    ring(g, ax, ay, NEAR_RING);
    ring(g, bx, by, NEAR_RING);
  }

  /** Harmful ones are whole and end in a triangle that points down, helpful ones dashed with one that points up. */
  private void influence(
      GraphicsContext g, InfluenceLine line, double x, double y, double toX, double toY) {
    Color colour = line.isHarmful() ? inks.harmful() : inks.helpful();
    g.setStroke(with(colour, 0.85));
    g.setLineWidth(1 + 4 * line.share());
    if (line.isHarmful()) {
      g.setLineDashes((double[]) null);
    } else {
      g.setLineDashes(8, 6);
    }
    line(g, x, y, toX, toY);
    double up = line.isHarmful() ? -1 : 1;
    g.setFill(inks.ground());
    g.fillPolygon(
        new double[] {x - 8, x + 8, x}, new double[] {y + 6.5 * up, y + 6.5 * up, y - 8 * up}, 3);
    g.setFill(colour);
    g.fillPolygon(
        new double[] {x - 6, x + 6, x}, new double[] {y + 5 * up, y + 5 * up, y - 6 * up}, 3);
  }

  /** Only what is seen: near by, the rest of a dashed line can be a million dashes. */
  private static void line(GraphicsContext g, double ax, double ay, double bx, double by) {
    Stretch seen =
        new Stretch(ax, ay, bx, by)
            .within(
                -BESIDE,
                -BESIDE,
                g.getCanvas().getWidth() + BESIDE,
                g.getCanvas().getHeight() + BESIDE);
    if (seen != null) {
      g.strokeLine(seen.ax(), seen.ay(), seen.bx(), seen.by());
    }
  }

  private static void ring(GraphicsContext g, double x, double y, double r) {
    g.strokeOval(x - r, y - r, 2 * r, 2 * r);
  }

  private void mark(GraphicsContext g, Layout layout, PlaneView view, int point, Color colour) {
    if (point != MapViewModel.NONE && point < layout.size()) {
      double x = view.px(layout.x(point));
      double y = view.py(layout.y(point));
      g.setLineDashes((double[]) null);
      g.setStroke(inks.ground());
      g.setLineWidth(4);
      ring(g, x, y, RING);
      g.setStroke(colour);
      g.setLineWidth(2);
      ring(g, x, y, RING);
    }
  }

  /** Where a point came from, while one map is blended into another. */
  private void way(GraphicsContext g, ShownMap map, PlaneView view, int point) {
    ComparedMaps both = model.blend().comparedProperty().get();
    if (both == null
        || model.blend().sideBySideProperty().get()
        || point < 0
        || point >= map.layout().size()) {
      return;
    }
    Layout from = both.before().layout();
    Layout to = both.after().layout();
    g.setLineDashes(2, 4);
    g.setLineWidth(1.5);
    g.setStroke(inks.text());
    line(
        g,
        view.px(from.x(point)),
        view.py(from.y(point)),
        view.px(to.x(point)),
        view.py(to.y(point)));
    g.setLineDashes((double[]) null);
    ring(g, view.px(from.x(point)), view.py(from.y(point)), 3);
  }

  /** A class's name as it is drawn, and how wide that is. */
  private record ClassName(String text, double width) {}

  /** Measured when it is first drawn, some a frame, since to measure all at once would hold up the window's thread. */
  private @Nullable ClassName className(int label) {
    ClassName known = classNames.get(label);
    if (known == null && measurable > 0) {
      measurable--;
      String text = model.imagesProperty().get().className(label);
      measure.setText(text);
      known = new ClassName(text, measure.getLayoutBounds().getWidth() + 8);
      classNames.put(label, known);
    }
    return known;
  }

  /** A name that is not measured yet has no place. */
  private double width(int label) {
    ClassName known = className(label);
    return known == null ? Double.POSITIVE_INFINITY : known.width();
  }

  /** Whether all names are there that belong there; otherwise they are with the next pictures. */
  boolean isWhole() {
    return measurable > 0;
  }

  private void names(GraphicsContext g, ShownMap map, PlaneView view) {
    measurable = NAMES_A_FRAME;
    if (model.imagesProperty().get() == null) {
      return;
    }
    g.setFont(NAMES);
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (CentreLabels.Placed at : map.centres().place(view, this::width, NAME_HEIGHT)) {
      ClassName name = classNames.get(at.label());
      if (name != null && isNamed(at.label())) {
        double width = name.width();
        g.setFill(with(inks.ground(), 0.72));
        g.fillRoundRect(at.px() - width / 2, at.py() - NAME_HEIGHT / 2, width, NAME_HEIGHT, 6, 6);
        g.setFill(inks.text());
        g.fillText(name.text(), at.px(), at.py());
      }
    }
  }

  private boolean isNamed(int label) {
    ColourViewModel colours = model.colours();
    return !colours.hidden().contains(label)
        && (colours.chosen().isEmpty() || colours.chosen().contains(label));
  }
}
