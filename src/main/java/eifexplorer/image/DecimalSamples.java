package eifexplorer.image;

import eifexplorer.array.HalfFloat;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.IIOException;

/**
 * Decimals in TIFF, as instruments and Python save them: from 0 to 255 if any is above 1, as Pillow takes them, else from 0 to 1,
 * which Pillow makes black. What lies outside is limited, and what is no number is black.
 *
 * <p>The reader limits decimals to 1 while it reads. So they are read as whole numbers of the same bits.
 */
final class DecimalSamples {
  private static final int DECIMAL = 3;
  private static final int WHOLE = 1;
  private static final int BLACK_IS_ZERO = 1;
  private static final int DECIMAL_PREDICTOR = 3;

  private DecimalSamples() {}

  /** Whether a file's samples are decimals. */
  static boolean are(TiffTags tags) {
    return tags.first(TiffTags.SAMPLE_FORMAT).orElse(WHOLE) == DECIMAL;
  }

  /** Makes the file's samples whole numbers, in the data that the tags were read from. */
  static void hide(TiffTags tags) throws IOException {
    int bits = tags.first(TiffTags.BITS).orElse(0);
    if (bits != Float.SIZE && bits != Short.SIZE) {
      throw new IIOException("its decimals have " + bits + " bits; save it with 32 or 8 bits");
    }
    if (tags.first(TiffTags.PREDICTOR).orElse(1) == DECIMAL_PREDICTOR) {
      throw new IIOException("its decimals are predicted; save it without a predictor");
    }
    tags.overwriteAll(TiffTags.SAMPLE_FORMAT, WHOLE);
    if (tags.first(TiffTags.SAMPLES).orElse(1) == 1) {
      tags.overwriteAll(TiffTags.PHOTOMETRIC, BLACK_IS_ZERO);
    }
  }

  /** The picture whose samples were hidden. */
  static RgbImage convert(BufferedImage image) {
    Raster raster = image.getRaster();
    boolean half = raster.getTransferType() == DataBuffer.TYPE_USHORT;
    int bands = raster.getNumBands();
    int width = image.getWidth();
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, image.getHeight()), 3)];
    float scale = largest(raster, half) > 1 ? 1 : 255;
    int[] row = new int[bands * width];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        for (int colour = 0; colour < 3; colour++) {
          float sample = number(row[x * bands + (bands < 3 ? 0 : colour)], half);
          rgb[to++] = (byte) (int) Math.max(0, Math.min(255, sample * scale));
        }
      }
    }
    return RgbImage.wrap(width, image.getHeight(), rgb);
  }

  private static float largest(Raster raster, boolean half) {
    int[] row = new int[raster.getNumBands() * raster.getWidth()];
    float largest = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int bits : raster.getPixels(0, y, raster.getWidth(), 1, row)) {
        float sample = number(bits, half);
        largest = sample > largest ? sample : largest;
      }
    }
    return largest;
  }

  private static float number(int bits, boolean half) {
    return half ? HalfFloat.toFloat((short) bits) : Float.intBitsToFloat(bits);
  }
}
