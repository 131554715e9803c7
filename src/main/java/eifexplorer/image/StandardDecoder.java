package eifexplorer.image;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.function.Function;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the first picture of any file for which ImageIO has a reader. */
final class StandardDecoder {
  /** WebP is decoded as a whole, whatever is wanted of it, and then turned into colours. */
  private static final long WEBP_BYTES_A_PIXEL = 4 + 3;

  private StandardDecoder() {}

  /** Decodes every {@code step}-th pixel of every {@code step}-th row. */
  static RgbImage decode(EncodedImage source, int step) throws IOException {
    return decode(source, step, false);
  }

  /** The same for a file that is known to have colours multiplied with their alpha, whatever its reader says. */
  static RgbImage decode(EncodedImage source, int step, boolean multiplied) throws IOException {
    return decode(source, step, image -> RasterToRgb.convert(image, multiplied));
  }

  /** The same with another way to make colours of what the reader gives. */
  static RgbImage decode(EncodedImage source, int step, Function<BufferedImage, RgbImage> colours)
      throws IOException {
    ImageReader reader = newReader(source.stream());
    ByteArrayImageStream stream = source.stream();
    try {
      reader.setInput(stream, true, true);
      source.requireDecodable(sizeOf(reader));
      // The reader of lossless WebP looks ahead beyond the end; its container tells its length.
      boolean webp = reader.getFormatName().equalsIgnoreCase("webp");
      if (webp) {
        requireWholeContainer(source.bytes());
        source.requireRoom(WEBP_BYTES_A_PIXEL * sizeOf(reader).pixels());
      }
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      RgbImage image = colours.apply(reader.read(0, param));
      if (!webp && !isText(source.bytes()) && stream.exhausted()) {
        throw new EOFException();
      }
      return image;
    } catch (IOException e) {
      throw stream.reasonFor(e);
    } finally {
      reader.dispose();
    }
  }

  /** The last number of a PNM file in text is known by what comes after it, if only the end; a missing one its reader tells. */
  private static boolean isText(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 'P' && (bytes[1] == '2' || bytes[1] == '3');
  }

  /** The length of a RIFF file stands after its first four bytes. */
  private static void requireWholeContainer(byte[] bytes) throws EOFException {
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xffffffffL;
    if (bytes.length < length + 8) {
      throw new EOFException();
    }
  }

  /** Width and height from the header. */
  static ImageSize size(ImageInputStream stream) throws IOException {
    ImageReader reader = newReader(stream);
    try {
      reader.setInput(stream, true, true);
      return sizeOf(reader);
    } finally {
      reader.dispose();
    }
  }

  private static ImageSize sizeOf(ImageReader reader) throws IOException {
    return new ImageSize(reader.getWidth(0), reader.getHeight(0));
  }

  private static ImageReader newReader(ImageInputStream stream) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      throw new IIOException(
          "this is none of the formats JPEG, PNG, WebP, GIF, BMP, TIFF, PPM and PGM");
    }
    return readers.next();
  }
}
