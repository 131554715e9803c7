package eifexplorer.image;

/**
 * A part of a picture.
 *
 * @param x column of its left edge
 * @param y row of its upper edge
 * @param width in pixels
 * @param height in pixels
 */
public record PixelRectangle(int x, int y, int width, int height) {
  /** The whole of a picture. */
  public static PixelRectangle all(ImageSize size) {
    return new PixelRectangle(0, 0, size.width(), size.height());
  }
}
