package eifexplorer.image;

/** The EXIF tag that says how the camera was held, and the turn that undoes it (EXIF 2.3, tag 0x0112). */
final class ExifOrientation {
  /** The picture is stored upright. */
  static final int UPRIGHT = 1;

  /** The picture is stored mirrored left to right. */
  static final int MIRRORED = 2;

  private ExifOrientation() {}

  /** The orientation in TIFF-structured data from {@code offset} on, 1 to 8; 1 where there is none or it is broken. */
  static int parse(byte[] data, int offset) {
    int value =
        TiffTags.in(data, offset)
            .map(tags -> tags.value(TiffTags.ORIENTATION).orElse(UPRIGHT))
            .orElse(UPRIGHT);
    return value >= 1 && value <= 8 ? value : UPRIGHT;
  }

  /** Whether width and height change places when the picture is turned. */
  static boolean isOnItsSide(int orientation) {
    return orientation >= 5;
  }

  /** The picture as the camera saw it, for an orientation of 1 to 8. */
  static RgbImage upright(RgbImage image, int orientation) {
    int w = image.width();
    int h = image.height();
    // Where the new top left pixel is stored, and how far its right and lower neighbours are from
    // it, in pixels.
    return switch (orientation) {
      case MIRRORED -> rearrange(image, w, h, w - 1, -1, w);
      case 3 -> rearrange(image, w, h, w * h - 1, -1, -w);
      case 4 -> rearrange(image, w, h, w * (h - 1), 1, -w);
      case 5 -> rearrange(image, h, w, 0, w, 1);
      case 6 -> rearrange(image, h, w, w * (h - 1), -w, 1);
      case 7 -> rearrange(image, h, w, w * h - 1, -w, -1);
      case 8 -> rearrange(image, h, w, w - 1, w, -1);
      default -> image;
    };
  }

  private static RgbImage rearrange(
      RgbImage image, int width, int height, int origin, int right, int down) {
    byte[] source = image.bytes();
    byte[] target = new byte[source.length];
    int to = 0;
    for (int y = 0; y < height; y++) {
      int from = (origin + y * down) * RgbImage.CHANNELS;
      for (int x = 0; x < width; x++) {
        target[to++] = source[from];
        target[to++] = source[from + 1];
        target[to++] = source[from + 2];
        from += right * RgbImage.CHANNELS;
      }
    }
    return RgbImage.wrap(width, height, target);
  }
}
