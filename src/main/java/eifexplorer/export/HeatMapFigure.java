package eifexplorer.export;

import eifexplorer.experiment.HeatMap;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.Locale;

/** A heat map as a figure: each cell is shaded and has its number in it. */
final class HeatMapFigure {
  private static final int NAMES = 190;
  private static final int CELL_WIDTH = 56;
  private static final int CELL_HEIGHT = 28;
  private static final int TOP = 64;
  private static final int MARGIN = 16;

  private static final int TITLE = 28;

  private HeatMapFigure() {}

  static Figure of(HeatMap map) {
    return new Figure(
        map.id(),
        map.title(),
        Math.max(360, NAMES + map.columns().size() * CELL_WIDTH + 2 * MARGIN),
        TOP + map.rows().size() * CELL_HEIGHT + MARGIN,
        TITLE,
        (graphics, style) -> paint(graphics, map, style));
  }

  private static void paint(Graphics2D graphics, HeatMap map, FigureStyle style) {
    graphics.setFont(style.heading());
    graphics.drawString(map.title(), MARGIN, 24);
    graphics.setFont(style.plain());
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.setColor(style.muted());
    graphics.drawString(map.rowTitle() + " · " + map.columnTitle(), MARGIN, TOP - 8);
    graphics.setColor(style.text());
    for (int c = 0; c < map.columns().size(); c++) {
      centred(graphics, metrics, map.columns().get(c), left(c), TOP - 8);
    }
    double most =
        map.values().stream()
            .flatMapToDouble(row -> row.stream().mapToDouble(Double::doubleValue))
            .max()
            .orElse(1);
    for (int r = 0; r < map.rows().size(); r++) {
      int y = TOP + r * CELL_HEIGHT;
      graphics.setColor(style.text());
      graphics.drawString(
          FigureStyle.fitting(map.rows().get(r), metrics, NAMES - 8),
          MARGIN,
          y + CELL_HEIGHT / 2 + metrics.getAscent() / 2 - 1);
      for (int c = 0; c < map.columns().size(); c++) {
        double share = most == 0 ? 0 : map.values().get(r).get(c) / most;
        cell(graphics, metrics, map.values().get(r).get(c), style.shade(share), left(c), y);
      }
    }
  }

  private static int left(int column) {
    return MARGIN + NAMES + column * CELL_WIDTH;
  }

  private static void cell(
      Graphics2D graphics, FontMetrics metrics, double value, Color shade, int x, int y) {
    graphics.setColor(shade);
    graphics.fillRect(x, y, CELL_WIDTH - 1, CELL_HEIGHT - 1);
    graphics.setColor(FigureStyle.on(shade));
    centred(
        graphics,
        metrics,
        String.format(Locale.ROOT, "%.2f", value),
        x,
        y + CELL_HEIGHT / 2 + metrics.getAscent() / 2 - 1);
  }

  private static void centred(
      Graphics2D graphics, FontMetrics metrics, String text, int x, int baseline) {
    graphics.drawString(text, x + (CELL_WIDTH - metrics.stringWidth(text)) / 2, baseline);
  }
}
