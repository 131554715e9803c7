package eifexplorer.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Stroke;
import java.util.Arrays;
import java.util.List;

/**
 * How a figure looks. The series' colours are Okabe and Ito's, on a dark ground lighter relatives of them, told apart by
 * colour-blind people too; series that share one differ by their dashes, so that a copy without colours can be read.
 *
 * @param face the letters; only its family counts
 * @param ground behind everything
 * @param text letters and numbers
 * @param muted axes and what is beside the point
 * @param grid lines to read values by
 * @param full the shade of the largest value in a heat map
 * @param colours of series, in order
 * @param titled whether its title is in it, as in a file that stands alone
 */
public record FigureStyle(
    Font face,
    Color ground,
    Color text,
    Color muted,
    Color grid,
    Color full,
    List<Color> colours,
    boolean titled) {
  /** For print: dark on white, with a title. */
  public static final FigureStyle PRINT =
      new FigureStyle(
          new Font(Font.SANS_SERIF, Font.PLAIN, 12),
          Color.WHITE,
          Color.BLACK,
          new Color(0x59636e),
          new Color(0xd0d7de),
          new Color(0x08519c),
          colours(0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x000000, 0xe69f00, 0x56b4e9),
          true);

  private static final float[][] DASHES = {{1, 0}, {6, 3}, {2, 3}, {8, 3, 2, 3}};
  private static final float WIDTH = 1.8f;
  private static final int TEXT_SIZE = 12;
  private static final int SMALL_SIZE = 10;
  private static final int TITLE_SIZE = 14;

  /** Below this lightness letters on a shade are light. */
  private static final double MIDDLE = .18;

  /** Copies the list. */
  public FigureStyle {
    colours = List.copyOf(colours);
  }

  /** On a light page that says the title itself. */
  public static FigureStyle light(Font face) {
    return new FigureStyle(
        face,
        PRINT.ground,
        new Color(0x1f2328),
        PRINT.muted,
        PRINT.grid,
        PRINT.full,
        PRINT.colours,
        false);
  }

  /** On a dark page that says the title itself. */
  public static FigureStyle dark(Font face) {
    return new FigureStyle(
        face,
        new Color(0x0d1117),
        new Color(0xe6edf3),
        new Color(0x9198a1),
        new Color(0x30363d),
        new Color(0x58a6ff),
        colours(0x58a6ff, 0xf0883e, 0x2fbf8f, 0xdb8fbf, 0xe6edf3, 0xe6b53c, 0x8fd3ff),
        false);
  }

  private static List<Color> colours(int... rgb) {
    return Arrays.stream(rgb).mapToObj(Color::new).toList();
  }

  Font plain() {
    return face.deriveFont(Font.PLAIN, TEXT_SIZE);
  }

  Font small() {
    return face.deriveFont(Font.PLAIN, SMALL_SIZE);
  }

  Font heading() {
    return face.deriveFont(Font.BOLD, TITLE_SIZE);
  }

  Color colour(int series) {
    return colours.get(series % colours.size());
  }

  Stroke stroke(int series) {
    int round = series / colours.size() * 2 + series % 2;
    return new BasicStroke(
        WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES[round % DASHES.length], 0);
  }

  /** The ground for 0 to the full shade for 1. */
  Color shade(double share) {
    double s = Math.max(0, Math.min(1, share));
    return new Color(
        mixed(ground.getRed(), full.getRed(), s),
        mixed(ground.getGreen(), full.getGreen(), s),
        mixed(ground.getBlue(), full.getBlue(), s));
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }

  /** Black or white, whichever can be read on a colour. */
  static Color on(Color shade) {
    double light =
        0.2126 * linear(shade.getRed())
            + 0.7152 * linear(shade.getGreen())
            + 0.0722 * linear(shade.getBlue());
    return light < MIDDLE ? Color.WHITE : Color.BLACK;
  }

  private static double linear(int channel) {
    return Math.pow(channel / 255.0, 2.2);
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
