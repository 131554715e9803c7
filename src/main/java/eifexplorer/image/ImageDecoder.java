package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures from JPEG, PNG, WebP, GIF, BMP, TIFF, PPM and PGM files, whatever their name ends in (the first picture where
 * a file holds several).
 *
 * <p>Every method throws {@link ProblemException}, naming the file, if it is missing, empty, no picture, damaged, cut
 * short, or larger than 178,956,970 pixels by its header.
 */
public final class ImageDecoder {
  private ImageDecoder() {}

  /** The picture as a model sees it: like Pillow's {@code open(file).convert("RGB")}, EXIF orientation ignored. */
  public static RgbImage decode(Path file) {
    EncodedImage source = EncodedImage.read(file);
    return source.decoding(() -> decode(source, header(source), 1));
  }

  /** The picture as people see it: turned by the EXIF orientation of a JPEG file. */
  public static RgbImage decodeUpright(Path file) {
    EncodedImage source = EncodedImage.read(file);
    return source.decoding(
        () -> {
          Header header = header(source);
          return ExifOrientation.upright(decode(source, header, 1), header.orientation());
        });
  }

  /**
   * The picture as people see it, made smaller until its longer side is {@code maxSide} pixels at most; smaller
   * pictures keep their size. Of much larger pictures only some pixels are taken from the decoder, so that memory
   * follows {@code maxSide} rather than the picture.
   *
   * @param maxSide at least 1
   */
  public static RgbImage decodeReduced(Path file, int maxSide) {
    if (maxSide < 1) {
      throw ProblemException.badValue("The longer side", maxSide, "1 and more");
    }
    EncodedImage source = EncodedImage.read(file);
    return source.decoding(
        () -> {
          Header header = header(source);
          ImageSize target = reducedSize(header.size(), maxSide);
          // Twice the wanted pixels are left for the filter, against jagged edges.
          int step = Math.max(1, header.size().longSide() / 2 / maxSide);
          RgbImage image = decode(source, header, step);
          RgbImage small = PillowResize.bilinear(image, target.width(), target.height());
          return ExifOrientation.upright(small, header.orientation());
        });
  }

  /**
   * A part of the picture, made smaller until its longer side is {@code maxSide} pixels at most, for pictures that are
   * stored upright (see {@link #uprightSize}).
   *
   * @param region within the picture
   * @param maxSide at least 1
   */
  public static RgbImage decodeRegion(Path file, PixelRectangle region, int maxSide) {
    RgbImage image = decode(file);
    ImageSize target = reducedSize(new ImageSize(region.width(), region.height()), maxSide);
    return PillowResize.part(image, region, target, PixelRectangle.all(target));
  }

  /** Width and height, from the file's header alone; empty if the picture must be turned to be looked at. */
  public static Optional<ImageSize> uprightSize(Path file) {
    Header header = headerOf(file);
    boolean upright = header.orientation() == ExifOrientation.UPRIGHT;
    return upright ? Optional.of(header.size()) : Optional.empty();
  }

  /** Width and height as stored, from the file's header alone. */
  public static ImageSize size(Path file) {
    return headerOf(file).size();
  }

  /** Reads no more of the file than its header. */
  private static Header headerOf(Path file) {
    return EncodedImage.guarded(
        file,
        () -> {
          EncodedImage.requireContent(file);
          try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
              ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
            byte[] start = new byte[3];
            int length = stream.read(start);
            stream.seek(0);
            if (length == start.length && JpegHeader.startsLikeJpeg(start)) {
              JpegHeader jpeg = JpegHeader.read(stream);
              return new Header(jpeg.size(), jpeg);
            }
            return new Header(StandardDecoder.size(stream), null);
          }
        });
  }

  /** What is known before decoding; {@code jpeg} is null for other formats. */
  private record Header(ImageSize size, @Nullable JpegHeader jpeg) {
    int orientation() {
      return jpeg == null ? ExifOrientation.UPRIGHT : jpeg.orientation();
    }
  }

  private static Header header(EncodedImage source) throws IOException {
    Header header;
    if (JpegHeader.startsLikeJpeg(source.bytes())) {
      JpegHeader jpeg = JpegHeader.read(source.stream());
      header = new Header(jpeg.size(), jpeg);
    } else {
      header = new Header(StandardDecoder.size(source.stream()), null);
    }
    source.requireDecodable(header.size());
    return header;
  }

  private static RgbImage decode(EncodedImage source, Header header, int step) throws IOException {
    JpegHeader jpeg = header.jpeg();
    if (jpeg == null) {
      return StandardDecoder.decode(source, step);
    }
    if (jpeg.progressive()) {
      BareJpeg.requireFewScans(source.bytes());
    }
    try {
      return JpegDecoder.decode(source, jpeg, step);
    } catch (IIOException | RuntimeException e) {
      return decodeUnusualJpeg(source, step, e);
    }
  }

  /** TwelveMonkeys reads some of what the JDK refuses, such as lossless pictures. */
  private static RgbImage decodeUnusualJpeg(EncodedImage source, int step, Exception refusal)
      throws IOException {
    try {
      return StandardDecoder.decode(source, step);
    } catch (EOFException | IIOException | RuntimeException e) {
      IIOException failure = new IIOException(refusal.getMessage(), refusal);
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private static ImageSize reducedSize(ImageSize size, int maxSide) {
    if (size.longSide() <= maxSide) {
      return size;
    }
    double scale = (double) maxSide / size.longSide();
    return new ImageSize(
        Math.max(1, (int) Math.round(size.width() * scale)),
        Math.max(1, (int) Math.round(size.height() * scale)));
  }
}
