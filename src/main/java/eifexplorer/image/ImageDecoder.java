package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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

  /**
   * The picture as a model sees it: like Pillow's {@code open(file).convert("RGB")}, which follows the orientation of a
   * TIFF file and ignores that of others.
   */
  public static RgbImage decode(Path file) {
    EncodedImage source = EncodedImage.read(file);
    return source.decoding(() -> decode(source, header(source), 1));
  }

  /** The picture as people see it: turned by its EXIF orientation. */
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

  /** Reads no more of a JPEG file than its header. */
  private static Header headerOf(Path file) {
    return EncodedImage.guarded(
        file,
        () -> {
          EncodedImage.requireContent(file);
          try (InputStream in = new BufferedInputStream(RegularFile.in(file));
              ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
            byte[] start = new byte[3];
            int length = stream.read(start);
            stream.seek(0);
            return length == start.length && JpegHeader.startsLikeJpeg(start)
                ? Header.of(JpegHeader.read(stream))
                : header(EncodedImage.read(file));
          }
        });
  }

  /**
   * What is known before decoding.
   *
   * @param size as it is decoded
   * @param orientation how what is decoded is turned for people
   * @param jpeg null for other formats
   */
  private record Header(ImageSize size, int orientation, @Nullable JpegHeader jpeg) {
    static Header of(JpegHeader jpeg) {
      return new Header(jpeg.size(), jpeg.orientation(), jpeg);
    }
  }

  private static Header header(EncodedImage source) throws IOException {
    byte[] bytes = source.bytes();
    Header header;
    if (JpegHeader.startsLikeJpeg(bytes)) {
      header = Header.of(JpegHeader.read(source.stream()));
    } else if (TiffDecoder.startsLikeTiff(bytes)) {
      header = new Header(TiffDecoder.size(bytes), ExifOrientation.UPRIGHT, null);
    } else if (GifCanvas.startsLikeGif(bytes)) {
      header = new Header(GifCanvas.of(bytes).size(), ExifOrientation.UPRIGHT, null);
    } else {
      ImageSize size = StandardDecoder.size(source.stream());
      header = new Header(size, ExifChunk.orientation(bytes), null);
    }
    source.requireDecodable(header.size());
    return header;
  }

  private static RgbImage decode(EncodedImage source, Header header, int step) throws IOException {
    JpegHeader jpeg = header.jpeg();
    if (jpeg == null) {
      return decodeOther(source, step);
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

  private static RgbImage decodeOther(EncodedImage source, int step) throws IOException {
    if (TiffDecoder.startsLikeTiff(source.bytes())) {
      return TiffDecoder.decode(source, step);
    }
    if (GifCanvas.startsLikeGif(source.bytes())) {
      GifCanvas canvas = GifCanvas.of(source.bytes());
      return canvas.isCovered()
          ? StandardDecoder.decode(source, step)
          : canvas.with(StandardDecoder.decode(source, 1));
    }
    return StandardDecoder.decode(source, step);
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
