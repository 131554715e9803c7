package eifexplorer.ui.shell;

/** How far something is scrolled so that a part of it is in sight. */
final class ScrollReach {
  private ScrollReach() {}

  /**
   * How far to scroll, 0 to 1, so that a stretch is in sight, and no farther than needed; its beginning if it is longer than
   * what is in sight.
   */
  static double scrolled(double from, double to, double seen, double whole, double now) {
    double room = whole - seen;
    if (room <= 0) {
      return now;
    }
    double first = now * room;
    double wanted = from < first ? from : to > first + seen ? Math.min(from, to - seen) : first;
    return Math.max(0, Math.min(1, wanted / room));
  }

  /** How far the end of what is in sight is from the end of the whole; 0 or less. */
  static double beyond(double seen, double whole, double now) {
    return Math.min(0, (now - 1) * (whole - seen));
  }
}
