package eifexplorer.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Converts decoded pictures like Pillow's {@code convert("RGB")}: grey is repeated, alpha dropped (and undone where
 * colours were multiplied with it), palettes looked up, CMYK taken for plain inks, 16 bits cut to the upper 8, grey in
 * more or signed bits limited to 0 to 255, colour profiles ignored.
 *
 * <p>Java's own conversion is not used where it can be helped: it takes grey for linear light and applies profiles.
 */
final class RasterToRgb {
  private RasterToRgb() {}

  /**
   * The picture as 8-bit RGB.
   *
   * @param multiplied whether colours are known to be multiplied with their alpha, also if the picture says otherwise
   */
  static RgbImage convert(BufferedImage image, boolean multiplied) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    RowReader rows = rowReader(image, multiplied);
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

  private static RowReader rowReader(BufferedImage image, boolean multiplied) {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return paletteRows(image.getRaster(), palette);
    }
    if (image.getColorModel() instanceof ComponentColorModel model && isPlain(model)) {
      return componentRows(image.getRaster(), model, multiplied || model.isAlphaPremultiplied());
    }
    if (image.getColorModel() instanceof ComponentColorModel model && isWideGrey(model)) {
      return wideGreyRows(image.getRaster());
    }
    return (y, row) -> image.getRGB(0, y, row.length, 1, row, 0, row.length);
  }

  /** Grey in 32 or signed 16 bits, as microscopes and other instruments save it. */
  private static boolean isWideGrey(ComponentColorModel model) {
    return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
        && (model.getTransferType() == DataBuffer.TYPE_INT
            || model.getTransferType() == DataBuffer.TYPE_SHORT);
  }

  private static RowReader wideGreyRows(Raster raster) {
    int[] samples = new int[raster.getWidth()];
    return (y, row) -> {
      raster.getSamples(0, y, row.length, 1, 0, samples);
      for (int x = 0; x < row.length; x++) {
        int grey = Math.max(0, Math.min(255, samples[x]));
        row[x] = rgb(grey, grey, grey);
      }
    };
  }

  private static boolean isPlain(ComponentColorModel model) {
    int type = model.getColorSpace().getType();
    boolean integers =
        model.getTransferType() == DataBuffer.TYPE_BYTE
            || model.getTransferType() == DataBuffer.TYPE_USHORT;
    return integers
        && (type == ColorSpace.TYPE_RGB
            || type == ColorSpace.TYPE_GRAY
            || type == ColorSpace.TYPE_CMYK);
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

  private static RowReader componentRows(
      Raster raster, ComponentColorModel model, boolean multiplied) {
    int bands = raster.getNumBands();
    int bits = model.getComponentSize(0);
    PixelReader pixel = pixelReader(model, bands, multiplied);
    int[] samples = new int[bands * raster.getWidth()];
    return (y, row) -> {
      raster.getPixels(0, y, row.length, 1, samples);
      for (int i = 0; i < samples.length; i++) {
        samples[i] = toByte(samples[i], bits);
      }
      for (int x = 0, at = 0; x < row.length; x++, at += bands) {
        row[x] = pixel.read(samples, at);
      }
    };
  }

  /** Makes {@code 0xRRGGBB} of the 8-bit samples from {@code at} on. */
  @FunctionalInterface
  private interface PixelReader {
    int read(int[] samples, int at);
  }

  private static PixelReader pixelReader(ComponentColorModel model, int bands, boolean multiplied) {
    if (model.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
      return RasterToRgb::inks;
    }
    int green = bands < 3 ? 0 : 1;
    int blue = bands < 3 ? 0 : 2;
    if (model.hasAlpha() && multiplied) {
      return (samples, at) -> {
        int alpha = samples[at + bands - 1];
        return rgb(
            undone(samples[at], alpha),
            undone(samples[at + green], alpha),
            undone(samples[at + blue], alpha));
      };
    }
    return (samples, at) -> rgb(samples[at], samples[at + green], samples[at + blue]);
  }

  /** A colour that was multiplied with its alpha, as it was before; black where nothing of it is left. */
  private static int undone(int sample, int alpha) {
    return alpha == 0 ? sample : Math.min(255, sample * 255 / alpha);
  }

  private static int inks(int[] samples, int at) {
    int light = 255 - samples[at + 3];
    return rgb(
        light - JpegColours.product(samples[at], light),
        light - JpegColours.product(samples[at + 1], light),
        light - JpegColours.product(samples[at + 2], light));
  }

  private static int rgb(int red, int green, int blue) {
    return red << 16 | green << 8 | blue;
  }

  private static int toByte(int sample, int bits) {
    return bits >= 8 ? sample >> (bits - 8) : sample * 255 / ((1 << bits) - 1);
  }
}
