package eifexplorer.ui.photo;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

/**
 * How parts of a cosine are coloured: pink where they raise it, green where they lower it, the stronger the larger. Neither
 * is the colour of harm or help, and people who can't tell red from green can tell these two.
 */
public final class HeatColours {
  private static final int RAISES = 0xf03cd2;
  private static final int LOWERS = 0x9be04a;

  /** Pixels along a place's edges. */
  static final int CELL = 24;

  private static final double STRONGEST = 0.65;

  private HeatColours() {}

  /**
   * The colour of a part as {@code 0xAARRGGBB}.
   *
   * @param share of the scale, -1..1; clear at 0
   */
  static int argb(double share) {
    int alpha = (int) Math.round(255 * STRONGEST * Math.abs(share));
    return alpha << 24 | (share < 0 ? LOWERS : RAISES);
  }

  /** A square of one colour a place, {@link #CELL} pixels wide, so that little of it is smoothed away when it is scaled. */
  static Image image(HeatMap map) {
    WritableImage image =
        new WritableImage(CELL * map.parts().columns(), CELL * map.parts().rows());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.getPixelWriter().setArgb(x, y, argb(map.share(y / CELL, x / CELL)));
      }
    }
    return image;
  }

  /** The whole scale from left to right, from -1 to 1. */
  public static Image scale(int width, int height) {
    WritableImage image = new WritableImage(width, height);
    for (int x = 0; x < width; x++) {
      int colour = argb(2.0 * x / (width - 1) - 1);
      for (int y = 0; y < height; y++) {
        image.getPixelWriter().setArgb(x, y, colour);
      }
    }
    return image;
  }
}
