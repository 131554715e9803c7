package eifexplorer.projection;

/**
 * How much of each pixel around its middle a mark covers, for a disc and for a diamond as large: worked out once for a radius
 * and for places between pixels an eighth apart, since to do so for every point would take most of a picture's time.
 * Immutable.
 */
final class MarkStamps {
  /** Places between the left edges of two pixels. */
  static final int PHASES = 8;

  /** Of a diamond's tips from its middle, in radii of the disc. */
  private static final double TIPS = 1.25;

  private static final double HALF_DIAGONAL = Math.sqrt(0.5);

  private final double radius;
  private final int reach;
  private final byte[][] discs = new byte[PHASES * PHASES][];
  private final byte[][] diamonds = new byte[PHASES * PHASES][];

  MarkStamps(double radius) {
    this.radius = radius;
    reach = (int) Math.ceil(TIPS * radius + 1);
    for (int phase = 0; phase < discs.length; phase++) {
      int down = phase / PHASES;
      double x = (phase - down * PHASES) / (double) PHASES;
      double y = down / (double) PHASES;
      discs[phase] = stamp(x, y, true);
      diamonds[phase] = stamp(x, y, false);
    }
  }

  private byte[] stamp(double x, double y, boolean disc) {
    int side = side();
    byte[] stamp = new byte[side * side];
    for (int at = 0; at < stamp.length; at++) {
      double dx = at % side - reach + 0.5 - x;
      double dy = at / side - reach + 0.5 - y;
      double off =
          disc
              ? Math.sqrt(dx * dx + dy * dy) - radius
              : (Math.abs(dx) + Math.abs(dy) - TIPS * radius) * HALF_DIAGONAL;
      stamp[at] = (byte) Math.round(255 * Math.max(0, Math.min(1, 0.5 - off)));
    }
    return stamp;
  }

  double radius() {
    return radius;
  }

  /** Pixels from a mark's own to the farthest that it may cover. */
  int reach() {
    return reach;
  }

  /** Pixels from one side of a stamp to the other. */
  int side() {
    return 2 * reach + 1;
  }

  /**
   * A mark whose middle is at a place between pixels.
   *
   * @param x eighths of a pixel from the left edge of the middle's pixel, 0..7
   * @param y the same from above
   * @return row by row, 0..255 as unsigned bytes; not to be changed
   */
  byte[] at(int x, int y, boolean disc) {
    return (disc ? discs : diamonds)[y * PHASES + x];
  }
}
