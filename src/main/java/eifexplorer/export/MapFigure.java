package eifexplorer.export;

import eifexplorer.projection.CentreLabels;
import eifexplorer.projection.Layout;
import eifexplorer.projection.PlaneView;
import eifexplorer.projection.PointRaster;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A map as a figure: points, lines, names of classes, a line of words below. Many points are one picture in an SVG file too.
 *
 * @param layout where the points are
 * @param view which part is seen, in the figure's units
 * @param look what they look like
 * @param knots lines of all pairs, under {@code lines}
 * @param lines over the points
 * @param labels the names' places
 * @param className a class's name
 * @param words below, such as how far the map can be believed
 */
public record MapFigure(
    Layout layout,
    PlaneView view,
    PointRaster.Look look,
    MapKnots knots,
    List<Line> lines,
    CentreLabels labels,
    IntFunction<String> className,
    String words) {
  /** So many points are shapes in an SVG file; more would make it slow to open. */
  private static final int MOST_SHAPES = 20_000;

  private static final int FOOT = 12;
  private static final int FOOT_LINE = 16;
  private static final int FOOT_MARGIN = 12;

  /** No letter of small text is wider on the whole. */
  private static final int LETTER = 7;

  private static final int TEXT_HEIGHT = 14;
  private static final double RING = 8;

  /** What stands at the ends of a line, so that its colour is not the only sign. */
  public enum Mark {
    /** A triangle that points down where it begins: it pulls together. */
    DOWN,
    /** A triangle that points up where it begins: it pushes apart. */
    UP,
    /** A ring at both ends. */
    RINGS
  }

  /**
   * A line between two places.
   *
   * @param colour 0xAARRGGBB
   * @param width in units of the figure
   * @param dashed whether it is dashed
   * @param mark at its ends
   */
  public record Line(
      double fromX,
      double fromY,
      double toX,
      double toY,
      int colour,
      double width,
      boolean dashed,
      Mark mark) {}

  /** Copies the list. */
  public MapFigure {
    lines = List.copyOf(lines);
  }

  /** The figure, on a ground of its own. */
  public Figure figure() {
    return new Figure(
        "map",
        "Map",
        (int) view.width(),
        (int) view.height() + foot(),
        0,
        (graphics, style) -> paint(graphics, style));
  }

  private void paint(Graphics2D graphics, FigureStyle style) {
    int width = (int) view.width();
    int height = (int) view.height();
    graphics.setColor(new Color(look.ground()));
    graphics.fillRect(0, 0, width, height + foot());
    if (layout.size() > MOST_SHAPES) {
      graphics.drawImage(picture(width, height), 0, 0, width, height, null);
    } else {
      graphics.clipRect(0, 0, width, height);
      shapes(graphics);
    }
    knots.paintLines(graphics, view, text(false));
    lines.forEach(line -> paint(graphics, line));
    graphics.setClip(null);
    names(graphics, style);
    knots.paintDiscs(graphics, view, style, new Color(look.ground()), text(true));
    graphics.setColor(text(false));
    words(graphics, style);
  }

  /** Room for the words below. */
  private int foot() {
    int letters = Math.max(1, ((int) view.width() - 2 * FOOT_MARGIN) / LETTER);
    return FOOT + FOOT_LINE * ((words.length() + letters - 1) / letters);
  }

  /** As many to a line as it has room for. */
  private void words(Graphics2D graphics, FigureStyle style) {
    graphics.setFont(style.small().deriveFont(11f));
    FontMetrics metrics = graphics.getFontMetrics();
    double room = view.width() - 2 * FOOT_MARGIN;
    double y = view.height() + FOOT_LINE;
    String line = "";
    for (String word : words.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && metrics.stringWidth(longer) > room) {
        graphics.drawString(line, FOOT_MARGIN, (float) y);
        y += FOOT_LINE;
        longer = word;
      }
      line = longer;
    }
    graphics.drawString(line, FOOT_MARGIN, (float) y);
  }

  /** Twice as fine as the figure. */
  private BufferedImage picture(int width, int height) {
    PlaneView fine =
        new PlaneView(view.centreX(), view.centreY(), 2 * view.scale(), 2 * width, 2 * height);
    int[] pixels = new int[4 * width * height];
    new PointRaster()
        .paint(
            pixels,
            fine,
            layout,
            new PointRaster.Look(look.ground(), look.colours(), 2 * look.radius()));
    BufferedImage image = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 2 * width, 2 * height, pixels, 0, 2 * width);
    return image;
  }

  private void shapes(Graphics2D graphics) {
    double r = look.radius();
    for (int i = 0; i < layout.size(); i++) {
      int colour = look.colours()[i];
      if (colour >>> 24 == 0 || !view.shows(layout.x(i), layout.y(i), r)) {
        continue;
      }
      double x = view.px(layout.x(i));
      double y = view.py(layout.y(i));
      graphics.setColor(new Color(colour, true));
      graphics.fill(
          i < layout.trainCount()
              ? new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r)
              : diamond(x, y, 1.25 * r));
    }
  }

  private static Path2D diamond(double x, double y, double r) {
    Path2D.Double diamond = new Path2D.Double();
    diamond.moveTo(x, y - r);
    diamond.lineTo(x + r, y);
    diamond.lineTo(x, y + r);
    diamond.lineTo(x - r, y);
    diamond.closePath();
    return diamond;
  }

  private void paint(Graphics2D graphics, Line line) {
    graphics.setColor(new Color(line.colour, true));
    graphics.setStroke(
        new BasicStroke(
            (float) line.width,
            BasicStroke.CAP_ROUND,
            BasicStroke.JOIN_ROUND,
            10,
            line.dashed ? new float[] {7, 5} : null,
            0));
    graphics.draw(
        new Line2D.Double(
            view.px(line.fromX), view.py(line.fromY), view.px(line.toX), view.py(line.toY)));
    double x = view.px(line.fromX);
    double y = view.py(line.fromY);
    switch (line.mark) {
      case DOWN -> graphics.fill(triangle(x, y, -1));
      case UP -> graphics.fill(triangle(x, y, 1));
      case RINGS -> {
        graphics.draw(ring(x, y));
        graphics.draw(ring(view.px(line.toX), view.py(line.toY)));
      }
    }
  }

  private static Path2D triangle(double x, double y, int up) {
    Path2D.Double triangle = new Path2D.Double();
    triangle.moveTo(x - 6, y + 5 * up);
    triangle.lineTo(x + 6, y + 5 * up);
    triangle.lineTo(x, y - 6 * up);
    triangle.closePath();
    return triangle;
  }

  private static Ellipse2D ring(double x, double y) {
    return new Ellipse2D.Double(x - RING, y - RING, 2 * RING, 2 * RING);
  }

  private void names(Graphics2D graphics, FigureStyle style) {
    graphics.setFont(style.small().deriveFont(11f));
    FontMetrics metrics = graphics.getFontMetrics();
    List<CentreLabels.Placed> placed =
        labels.place(view, label -> metrics.stringWidth(className.apply(label)) + 6.0, TEXT_HEIGHT);
    Color ground = new Color(look.ground());
    for (CentreLabels.Placed at : placed) {
      String name = className.apply(at.label());
      int left = (int) Math.round(at.px() - metrics.stringWidth(name) / 2.0);
      int top = (int) Math.round(at.py() - TEXT_HEIGHT / 2.0);
      graphics.setColor(new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), 190));
      graphics.fillRect(left - 3, top, metrics.stringWidth(name) + 6, TEXT_HEIGHT);
      graphics.setColor(text(true));
      graphics.drawString(name, left, top + TEXT_HEIGHT - 3);
    }
  }

  private Color text(boolean strong) {
    return isDark()
        ? new Color(strong ? 0xe6edf3 : 0x9198a1)
        : new Color(strong ? 0x1f2328 : 0x59636e);
  }

  private boolean isDark() {
    return FigureStyle.on(new Color(look.ground())).equals(Color.WHITE);
  }
}
