package eifexplorer.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Stroke;
import java.util.List;

/**
 * How figures look in print. The colours are Okabe and Ito's, told apart by colour-blind people too; series that share one
 * differ by their dashes, so that a copy without colours can be read.
 */
final class PrintStyle {
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
  static final Color GRID = new Color(0xd0d7de);
  static final Color MUTED = new Color(0x59636e);

  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072b2),
          new Color(0xd55e00),
          new Color(0x009e73),
          new Color(0xcc79a7),
          new Color(0x000000),
          new Color(0xe69f00),
          new Color(0x56b4e9));

  private static final float[][] DASHES = {{1, 0}, {6, 3}, {2, 3}, {8, 3, 2, 3}};
  private static final float WIDTH = 1.8f;

  private PrintStyle() {}

  static Color colour(int series) {
    return COLOURS.get(series % COLOURS.size());
  }

  static Stroke stroke(int series) {
    int round = series / COLOURS.size() * 2 + series % 2;
    return new BasicStroke(
        WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES[round % DASHES.length], 0);
  }

  /** White for 0 to a dark blue for 1, as light as that in a copy without colours. */
  static Color shade(double share) {
    double s = Math.max(0, Math.min(1, share));
    return new Color(
        (int) Math.round(255 - s * 247),
        (int) Math.round(255 - s * 174),
        (int) Math.round(255 - s * 99));
  }

  /** A text that fits, its end left out if need be. */
  static String fitting(String text, FontMetrics metrics, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && metrics.stringWidth(text.substring(0, end).strip() + "…") > width) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }
}
