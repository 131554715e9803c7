package eifexplorer.dataset.demo;

/** A rectangle of pixels from (left, top), {@code width} by {@code height}, all even; empty if either is 0. */
record Region(int left, int top, int width, int height) {

  /** The rectangle around all pixels that are not transparent, widened by a margin where the layer has room. */
  static Region painted(PixelLayer layer, int margin) {
    int left = layer.width;
    int right = -1;
    int top = layer.height;
    int bottom = -1;
    for (int y = 0; y < layer.height; y++) {
      int first = firstPainted(layer, y);
      if (first < layer.width) {
        left = Math.min(left, first);
        right = Math.max(right, lastPainted(layer, y));
        top = Math.min(top, y);
        bottom = y;
      }
    }
    return right < 0
        ? new Region(0, 0, 0, 0)
        : between(layer, left - margin, top - margin, right + margin, bottom + margin);
  }

  /** Index of the first pixel of the region's row {@code y} in a layer of the given width. */
  int start(int y, int layerWidth) {
    return (top + y) * layerWidth + left;
  }

  /** Borders are moved outwards to even numbers, so that halving the region is exact. */
  private static Region between(PixelLayer layer, int left, int top, int right, int bottom) {
    int x = Math.max(0, left) & ~1;
    int y = Math.max(0, top) & ~1;
    int endX = Math.min(layer.width, right + 2 & ~1);
    int endY = Math.min(layer.height, bottom + 2 & ~1);
    return new Region(x, y, endX - x, endY - y);
  }

  private static int firstPainted(PixelLayer layer, int y) {
    int x = 0;
    while (x < layer.width && layer.pixels[y * layer.width + x] == 0) {
      x++;
    }
    return x;
  }

  private static int lastPainted(PixelLayer layer, int y) {
    int x = layer.width - 1;
    while (layer.pixels[y * layer.width + x] == 0) {
      x--;
    }
    return x;
  }
}
