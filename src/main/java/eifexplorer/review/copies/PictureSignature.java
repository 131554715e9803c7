package eifexplorer.review.copies;

import eifexplorer.image.ImageDecoder;
import eifexplorer.image.PillowResize;
import eifexplorer.image.RgbImage;
import java.nio.file.Path;

/**
 * What is kept of a picture for comparing it with others: its brightness on a grid of {@value #SIDE} x {@value #SIDE}, whatever
 * its shape, and that shape. Immutable.
 */
public final class PictureSignature {
  /** Cells of the grid along each side. */
  public static final int SIDE = 64;

  private static final int DECODED = 2 * SIDE;

  private final double aspect;
  private final byte[] grey;

  /** Of bytes that become its own. */
  PictureSignature(double aspect, byte[] grey) {
    this.aspect = aspect;
    this.grey = grey;
  }

  /**
   * The signature of a picture file, upright.
   *
   * @throws eifexplorer.problem.ProblemException if it can't be read
   */
  public static PictureSignature of(Path file) {
    return of(ImageDecoder.decodeReduced(file, DECODED));
  }

  /** The signature of a picture. */
  public static PictureSignature of(RgbImage image) {
    RgbImage small = PillowResize.bilinear(image, SIDE, SIDE);
    byte[] rgb = small.toBytes();
    byte[] grey = new byte[SIDE * SIDE];
    for (int i = 0; i < grey.length; i++) {
      int at = RgbImage.CHANNELS * i;
      // ITU-R BT.601, as Pillow's convert("L").
      int luma =
          299 * (rgb[at] & 0xff) + 587 * (rgb[at + 1] & 0xff) + 114 * (rgb[at + 2] & 0xff) + 500;
      grey[i] = (byte) (luma / 1000);
    }
    return new PictureSignature((double) image.width() / image.height(), grey);
  }

  /** Width by height of the picture. */
  double aspect() {
    return aspect;
  }

  /** The bytes themselves, row by row; for reading only. */
  byte[] grey() {
    return grey;
  }

  /** Brightness 0..255, row by row [{@value #SIDE}²]. */
  float[] values() {
    float[] values = new float[grey.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = grey[i] & 0xff;
    }
    return values;
  }

  /**
   * The coarse look: mean brightness of 8 x 8 cells, less their mean, of length 1 [64]; all 0 for a picture of one colour.
   *
   * @param mirrored left for right
   */
  float[] look(boolean mirrored) {
    int cells = 8;
    int step = SIDE / cells;
    float[] look = new float[cells * cells];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int column = (mirrored ? SIDE - 1 - x : x) / step;
        look[y / step * cells + column] += grey[y * SIDE + x] & 0xff;
      }
    }
    double mean = 0;
    for (float value : look) {
      mean += value / look.length;
    }
    double squares = 0;
    for (int i = 0; i < look.length; i++) {
      look[i] -= (float) mean;
      squares += (double) look[i] * look[i];
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < look.length; i++) {
      look[i] = length < 1 ? 0 : (float) (look[i] / length);
    }
    return look;
  }
}
