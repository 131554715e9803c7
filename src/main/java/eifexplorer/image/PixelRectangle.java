package eifexplorer.image;

/** A part of a picture: its left upper corner and its size, in pixels. */
record PixelRectangle(int x, int y, int width, int height) {
  /** The whole of a picture. */
  static PixelRectangle all(ImageSize size) {
    return new PixelRectangle(0, 0, size.width(), size.height());
  }
}
