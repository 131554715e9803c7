package eifexplorer.image;

/**
 * torchvision's {@code CenterCrop}: the middle square of a picture; a picture smaller than the square gets black borders.
 */
public final class CenterCrop {
  private CenterCrop() {}

  /** The middle {@code side} by {@code side} pixels. Throws {@link eifexplorer.problem.ProblemException} if side < 1. */
  public static RgbImage crop(RgbImage image, int side) {
    ImageSize square = new ImageSize(side, side);
    PixelRectangle window = window(image.size(), side);
    return pad(
        PillowResize.part(image, PixelRectangle.all(image.size()), image.size(), window), square);
  }

  /** The part of a picture of this size that is inside the square. */
  static PixelRectangle window(ImageSize size, int side) {
    return new PixelRectangle(
        offset(size.width(), side),
        offset(size.height(), side),
        Math.min(size.width(), side),
        Math.min(size.height(), side));
  }

  /** A half is rounded to the even neighbour, as Python's {@code round} does. */
  private static int offset(int length, int side) {
    return length <= side ? 0 : (int) Math.rint((length - side) / 2.0);
  }

  /** The picture in the middle of a black one; the odd pixel goes to the right and to the bottom. */
  static RgbImage pad(RgbImage image, ImageSize size) {
    if (image.size().equals(size)) {
      return image;
    }
    int left = (size.width() - image.width()) / 2;
    int top = (size.height() - image.height()) / 2;
    byte[] rgb = new byte[Math.multiplyExact(size.width() * RgbImage.CHANNELS, size.height())];
    for (int y = 0; y < image.height(); y++) {
      image.copyRow(y, rgb, ((top + y) * size.width() + left) * RgbImage.CHANNELS);
    }
    return RgbImage.wrap(size.width(), size.height(), rgb);
  }
}
