package eifexplorer.image;

import java.util.Arrays;

/**
 * Resizing with antialiasing, bit for bit as Pillow's {@code Image.resize(size, filter)}: along the rows first,
 * rounded to 8 bits, then along the columns.
 */
public final class PillowResize {
  private static final int CHANNELS = RgbImage.CHANNELS;
  private static final int HALF = 1 << (ResizeWeights.PRECISION - 1);

  private PillowResize() {}

  /** The picture at another size. Throws {@link eifexplorer.problem.ProblemException} if a side is below 1. */
  public static RgbImage bilinear(RgbImage image, int width, int height) {
    ImageSize size = new ImageSize(width, height);
    return part(
        ResizeFilter.BILINEAR,
        image,
        PixelRectangle.all(image.size()),
        size,
        PixelRectangle.all(size));
  }

  /** {@link #part(ResizeFilter, RgbImage, PixelRectangle, ImageSize, PixelRectangle)}, bilinear. */
  static RgbImage part(RgbImage image, PixelRectangle from, ImageSize size, PixelRectangle wanted) {
    return part(ResizeFilter.BILINEAR, image, from, size, wanted);
  }

  /**
   * Resizes the part {@code from} of a picture to {@code size} and returns the part {@code wanted} of that; only what is
   * wanted is computed.
   */
  static RgbImage part(
      ResizeFilter filter,
      RgbImage image,
      PixelRectangle from,
      ImageSize size,
      PixelRectangle wanted) {
    if (from.width() == size.width() && from.height() == size.height()) {
      return copy(image, from, wanted);
    }
    ResizeWeights across =
        new ResizeWeights(filter, from.width(), size.width(), wanted.x(), wanted.width());
    ResizeWeights down =
        new ResizeWeights(filter, from.height(), size.height(), wanted.y(), wanted.height());
    byte[] out = new byte[Math.multiplyExact(wanted.width() * CHANNELS, wanted.height())];
    RowCache rows = new RowCache(image, from, across, wanted.width(), ring(down, wanted.height()));
    int[] sums = new int[wanted.width() * CHANNELS];
    for (int y = 0; y < wanted.height(); y++) {
      Arrays.fill(sums, HALF);
      for (int t = 0; t < down.length(y); t++) {
        add(sums, rows.row(down.start(y) + t), down.weight(y, t));
      }
      int to = y * sums.length;
      for (int sum : sums) {
        out[to++] = (byte) ResizeWeights.round(sum);
      }
    }
    return RgbImage.wrap(wanted.width(), wanted.height(), out);
  }

  private static int ring(ResizeWeights down, int height) {
    int longest = 1;
    for (int y = 0; y < height; y++) {
      longest = Math.max(longest, down.length(y));
    }
    return longest;
  }

  // A plain loop over int arrays, so that the compiler makes vector instructions of it.
  private static void add(int[] sums, int[] row, int weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row[i] * weight;
    }
  }

  private static RgbImage copy(RgbImage image, PixelRectangle from, PixelRectangle wanted) {
    int rowBytes = wanted.width() * CHANNELS;
    byte[] out = new byte[Math.multiplyExact(rowBytes, wanted.height())];
    for (int y = 0; y < wanted.height(); y++) {
      int at = (from.y() + wanted.y() + y) * image.width() + from.x() + wanted.x();
      System.arraycopy(image.bytes(), at * CHANNELS, out, y * rowBytes, rowBytes);
    }
    return RgbImage.wrap(wanted.width(), wanted.height(), out);
  }

  /** Rows resized along their length, each once, the last few kept. */
  private static final class RowCache {
    private final byte[] source;
    private final int stride;
    private final PixelRectangle from;
    private final ResizeWeights across;
    private final int[][] rows;
    private final int[] held;

    RowCache(RgbImage image, PixelRectangle from, ResizeWeights across, int width, int kept) {
      this.source = image.bytes();
      this.stride = image.width() * CHANNELS;
      this.from = from;
      this.across = across;
      this.rows = new int[kept][width * CHANNELS];
      this.held = new int[kept];
      Arrays.fill(held, -1);
    }

    int[] row(int y) {
      int slot = y % rows.length;
      if (held[slot] != y) {
        resizeRow(y, rows[slot]);
        held[slot] = y;
      }
      return rows[slot];
    }

    private void resizeRow(int y, int[] row) {
      int begin = (from.y() + y) * stride + from.x() * CHANNELS;
      for (int x = 0, to = 0; to < row.length; x++, to += CHANNELS) {
        int at = begin + across.start(x) * CHANNELS;
        int red = HALF;
        int green = HALF;
        int blue = HALF;
        for (int t = 0; t < across.length(x); t++, at += CHANNELS) {
          int weight = across.weight(x, t);
          red += (source[at] & 0xff) * weight;
          green += (source[at + 1] & 0xff) * weight;
          blue += (source[at + 2] & 0xff) * weight;
        }
        row[to] = ResizeWeights.round(red);
        row[to + 1] = ResizeWeights.round(green);
        row[to + 2] = ResizeWeights.round(blue);
      }
    }
  }
}
