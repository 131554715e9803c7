package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;

/** A picture of 8-bit red, green and blue, {@code [height,width,3]}; immutable, equal by content. */
public final class RgbImage {
  /** Bytes of one pixel. */
  public static final int CHANNELS = 3;

  private final int width;
  private final int height;
  private final byte[] rgb;

  private RgbImage(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /**
   * A picture of the given bytes, which are copied.
   *
   * @param rgb red, green, blue of each pixel, row by row: {@code height * width * 3} bytes
   * @throws ProblemException if a side is below 1 or the number of bytes does not fit
   */
  public static RgbImage of(int width, int height, byte[] rgb) {
    if (new ImageSize(width, height).pixels() * CHANNELS != rgb.length) {
      throw ProblemException.badValue(
          "The number of bytes of a picture",
          rgb.length,
          "3 times width times height, here " + width + " x " + height);
    }
    return wrap(width, height, rgb.clone());
  }

  /** A picture of the given bytes, which become its own and must not be changed any more. */
  static RgbImage wrap(int width, int height, byte[] rgb) {
    return new RgbImage(width, height, rgb);
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }

  /** Width and height. */
  public ImageSize size() {
    return new ImageSize(width, height);
  }

  /** The pixel at column {@code x} and row {@code y} as {@code 0xRRGGBB}. */
  public int pixel(int x, int y) {
    int at = (y * width + x) * CHANNELS;
    return (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
  }

  /** Copies the {@code 3 * width} bytes of row {@code y} to {@code target} from {@code offset} on. */
  public void copyRow(int y, byte[] target, int offset) {
    System.arraycopy(rgb, y * width * CHANNELS, target, offset, width * CHANNELS);
  }

  /** A copy of all {@code height * width * 3} bytes. */
  public byte[] toBytes() {
    return rgb.clone();
  }

  /** The bytes themselves; for reading only. */
  byte[] bytes() {
    return rgb;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RgbImage that
        && width == that.width
        && height == that.height
        && Arrays.equals(rgb, that.rgb);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(rgb);
  }

  @Override
  public String toString() {
    return "RgbImage[" + size() + "]";
  }
}
