package eifexplorer.export;

import eifexplorer.projection.PlaneView;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.util.List;
import java.util.Locale;

/**
 * All confused pairs of a map as faint lines, those of two classes through one knot.
 *
 * @param curves one a pair
 * @param discs one a knot that is marked, those of many pairs first
 */
public record MapKnots(List<Curve> curves, List<Disc> discs) {
  /** No pairs. */
  public static final MapKnots NONE = new MapKnots(List.of(), List.of());

  private static final float FAINT = 0.35f;
  private static final float EDGE = 1.5f;

  /** A smaller disc has no room for a number. */
  private static final double COUNTED = 8;

  /** From a place of the plane to another, halfway through the middle. */
  public record Curve(
      double fromX, double fromY, double middleX, double middleY, double toX, double toY) {}

  /**
   * A disc with a number in it.
   *
   * @param x its place in the plane
   * @param y the same, upwards
   * @param radius in the figure's units
   * @param count of its pairs
   * @param colour 0xAARRGGBB of its edge
   */
  public record Disc(double x, double y, double radius, int count, int colour) {}

  /** Copies the lists. */
  public MapKnots {
    curves = List.copyOf(curves);
    discs = List.copyOf(discs);
  }

  void paintLines(Graphics2D graphics, PlaneView view, Color colour) {
    graphics.setColor(
        new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(FAINT * 255)));
    graphics.setStroke(new BasicStroke(1));
    for (Curve curve : curves) {
      double ax = view.px(curve.fromX);
      double ay = view.py(curve.fromY);
      double bx = view.px(curve.toX);
      double by = view.py(curve.toY);
      graphics.draw(
          new QuadCurve2D.Double(
              ax,
              ay,
              2 * view.px(curve.middleX) - (ax + bx) / 2,
              2 * view.py(curve.middleY) - (ay + by) / 2,
              bx,
              by));
    }
  }

  void paintDiscs(
      Graphics2D graphics, PlaneView view, FigureStyle style, Color ground, Color text) {
    graphics.setFont(style.small().deriveFont(11f));
    graphics.setStroke(new BasicStroke(EDGE));
    FontMetrics metrics = graphics.getFontMetrics();
    for (int i = discs.size() - 1; i >= 0; i--) {
      Disc disc = discs.get(i);
      double x = view.px(disc.x);
      double y = view.py(disc.y);
      Ellipse2D shape =
          new Ellipse2D.Double(x - disc.radius, y - disc.radius, 2 * disc.radius, 2 * disc.radius);
      graphics.setColor(ground);
      graphics.fill(shape);
      graphics.setColor(new Color(disc.colour, true));
      graphics.draw(shape);
      if (disc.radius >= COUNTED) {
        String count = String.format(Locale.ROOT, "%d", disc.count);
        graphics.setColor(text);
        graphics.drawString(count, (float) (x - metrics.stringWidth(count) / 2.0), (float) (y + 4));
      }
    }
  }
}
