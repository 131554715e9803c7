package eifexplorer.image;

import java.io.IOException;

/**
 * Reads TIFF pictures as Pillow does: turned by their orientation tag, which unlike that of other formats is followed for
 * models too, and Lab through the profile connection space.
 */
final class TiffDecoder {
  private static final int RGB = 2;
  private static final int CIE_LAB = 8;
  private static final int ICC_LAB = 9;
  private static final int CHANNELS = 3;
  private static final int MULTIPLIED_ALPHA = 1;

  private TiffDecoder() {}

  /** Whether a file starts like TIFF. */
  static boolean startsLikeTiff(byte[] bytes) {
    return TiffTags.in(bytes, 0).isPresent();
  }

  /** Width and height as {@link #decode} gives them. */
  static ImageSize size(byte[] bytes) throws IOException {
    ImageSize stored = StandardDecoder.size(new ByteArrayImageStream(bytes));
    return ExifOrientation.isOnItsSide(orientation(bytes)) ? stored.turned() : stored;
  }

  /** Decodes every {@code step}-th pixel of every {@code step}-th row. */
  static RgbImage decode(EncodedImage source, int step) throws IOException {
    int orientation = orientation(source.bytes());
    return ExifOrientation.upright(decodeStored(source, step), orientation);
  }

  private static int orientation(byte[] bytes) {
    return ExifOrientation.parse(bytes, 0);
  }

  private static RgbImage decodeStored(EncodedImage source, int step) throws IOException {
    byte[] bytes = source.bytes().clone();
    TiffTags tags = TiffTags.in(bytes, 0).orElseThrow();
    if (DecimalSamples.are(tags)) {
      DecimalSamples.hide(tags);
      return StandardDecoder.decode(source.withBytes(bytes), step, DecimalSamples::convert);
    }
    int photometric = tags.value(TiffTags.PHOTOMETRIC).orElse(RGB);
    int samples = tags.value(TiffTags.SAMPLES).orElse(1);
    boolean lab = photometric == CIE_LAB || photometric == ICC_LAB;
    if (!lab || samples < CHANNELS) {
      boolean multiplied =
          photometric == RGB
              && samples == CHANNELS + 1
              && tags.value(TiffTags.EXTRA_SAMPLES).orElse(0) == MULTIPLIED_ALPHA;
      return StandardDecoder.decode(source, step, multiplied);
    }
    // Called RGB, the samples come out of the decoder as they are.
    tags.overwrite(TiffTags.PHOTOMETRIC, RGB);
    RgbImage raw = StandardDecoder.decode(source.withBytes(bytes), step);
    byte[] rgb = LabColours.toRgb(raw.toBytes(), photometric == CIE_LAB);
    return RgbImage.wrap(raw.width(), raw.height(), rgb);
  }
}
