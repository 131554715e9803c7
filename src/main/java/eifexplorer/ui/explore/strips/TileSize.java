package eifexplorer.ui.explore.strips;

/** How large tiles are: the window's room decides. */
public enum TileSize {
  /** In a small window where another model's neighbours take of its height. */
  LEAST(40, 108),
  /** In a small window, or where photographs need the room: one line of a name, one likely label. */
  COMPACT(56, 108),
  USUAL(68, 108),
  /** In a window so tall that the photographs leave room: larger thumbnails. */
  LARGE(140, 176);

  /** From this height of the screen on. */
  private static final double TALL = 1150;

  private final double thumbnail;
  private final double narrowest;

  TileSize(double thumbnail, double narrowest) {
    this.thumbnail = thumbnail;
    this.narrowest = narrowest;
  }

  /**
   * The size for a screen of this height.
   *
   * @param small whether the window is
   * @param shared whether a row of images takes of the photographs' room
   */
  public static TileSize of(boolean small, boolean shared, double height) {
    if (small) {
      return shared ? LEAST : COMPACT;
    }
    if (height >= TALL) {
      return LARGE;
    }
    return shared ? COMPACT : USUAL;
  }

  /** Height of the thumbnail. */
  double thumbnail() {
    return thumbnail;
  }

  /** Whether a name has one line and no likely label stands below it. */
  boolean isShort() {
    return this == LEAST || this == COMPACT;
  }

  /** The least width of a tile. */
  double narrowest() {
    return narrowest;
  }
}
