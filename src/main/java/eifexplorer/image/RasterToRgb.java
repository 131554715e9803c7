package eifexplorer.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Converts decoded pictures like Pillow's {@code convert("RGB")}: grey is repeated, alpha dropped, palettes looked up, 16
 * bits cut to the upper 8, colour profiles ignored.
 *
 * <p>Java's own conversion is not used where it can be helped: it takes grey for linear light and applies profiles.
 */
final class RasterToRgb {
  private RasterToRgb() {}

  /** The picture as 8-bit RGB. */
  static RgbImage convert(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    RowReader rows = rowReader(image);
    int[] row = new int[width];
    int to = 0;
    for (int y = 0; y < height; y++) {
      rows.read(y, row);
      for (int pixel : row) {
        rgb[to++] = (byte) (pixel >> 16);
        rgb[to++] = (byte) (pixel >> 8);
        rgb[to++] = (byte) pixel;
      }
    }
    return RgbImage.wrap(width, height, rgb);
  }

  /** Fills {@code row} with the pixels of row {@code y} as {@code 0xRRGGBB}. */
  @FunctionalInterface
  private interface RowReader {
    void read(int y, int[] row);
  }

  private static RowReader rowReader(BufferedImage image) {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return paletteRows(image.getRaster(), palette);
    }
    if (image.getColorModel() instanceof ComponentColorModel model && isPlain(model)) {
      return componentRows(image.getRaster(), model);
    }
    return (y, row) -> image.getRGB(0, y, row.length, 1, row, 0, row.length);
  }

  private static boolean isPlain(ComponentColorModel model) {
    int type = model.getColorSpace().getType();
    boolean integers =
        model.getTransferType() == DataBuffer.TYPE_BYTE
            || model.getTransferType() == DataBuffer.TYPE_USHORT;
    return integers && (type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_GRAY);
  }

  private static RowReader paletteRows(Raster raster, IndexColorModel palette) {
    int[] colours = new int[palette.getMapSize()];
    palette.getRGBs(colours);
    return (y, row) -> {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        // Pillow takes an index beyond the palette for black.
        row[x] = row[x] < colours.length ? colours[row[x]] : 0;
      }
    };
  }

  private static RowReader componentRows(Raster raster, ComponentColorModel model) {
    int bands = raster.getNumBands();
    int green = bands < 3 ? 0 : 1;
    int blue = bands < 3 ? 0 : 2;
    int bits = model.getComponentSize(0);
    int[] samples = new int[bands * raster.getWidth()];
    return (y, row) -> {
      raster.getPixels(0, y, row.length, 1, samples);
      for (int x = 0, at = 0; x < row.length; x++, at += bands) {
        row[x] =
            toByte(samples[at], bits) << 16
                | toByte(samples[at + green], bits) << 8
                | toByte(samples[at + blue], bits);
      }
    };
  }

  private static int toByte(int sample, int bits) {
    return bits >= 8 ? sample >> (bits - 8) : sample * 255 / ((1 << bits) - 1);
  }
}
