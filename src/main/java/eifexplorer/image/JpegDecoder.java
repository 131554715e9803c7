package eifexplorer.image;

import eifexplorer.image.JpegHeader.Colour;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Reads JPEG components with the JDK's decoder and turns them into red, green and blue as libjpeg and Pillow do.
 *
 * <p>Taking the components rather than a finished picture leaves out the JDK's guesses about colour and every colour
 * profile, gives CMYK pictures, and is twice as fast.
 */
final class JpegDecoder {
  private JpegDecoder() {}

  /**
   * Decodes every {@code step}-th pixel of every {@code step}-th row.
   *
   * @throws EOFException if the picture is cut short
   * @throws IOException if the JDK does not decode this file
   */
  static RgbImage decode(EncodedImage source, JpegHeader header, int step) throws IOException {
    ImageReader reader = newReader().orElseThrow(() -> new IIOException("no JPEG decoder"));
    try {
      Raster raster = read(reader, source, header, step);
      return toRgb(raster, header.colour());
    } finally {
      reader.dispose();
    }
  }

  /** The JDK's own reader: others that are on the class path claim the format too. */
  private static Optional<ImageReader> newReader() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule() == ImageIO.class.getModule()) {
        return Optional.of(reader);
      }
    }
    return Optional.empty();
  }

  private static Raster read(ImageReader reader, EncodedImage source, JpegHeader header, int step)
      throws IOException {
    ByteArrayImageStream stream = new ByteArrayImageStream(BareJpeg.of(source.bytes()));
    AtomicInteger warnings = new AtomicInteger();
    reader.addIIOReadWarningListener((from, warning) -> warnings.incrementAndGet());
    reader.setInput(stream, true, true);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    Raster raster;
    try {
      raster = reader.readRaster(0, param);
    } catch (IIOException e) {
      throw stream.reasonFor(e);
    }
    // One warning says that the end marker is missing, which alone does no harm; a second one that
    // pixels were missing.
    // A progressive picture that ends early is complete but coarse, without a second warning.
    if (stream.exhausted() && (header.progressive() || warnings.get() > 1)) {
      throw new EOFException();
    }
    return raster;
  }

  private static RgbImage toRgb(Raster raster, Colour colour) throws IIOException {
    int bands = raster.getNumBands();
    if (!(raster.getDataBuffer() instanceof DataBufferByte buffer)
        || !(raster.getSampleModel() instanceof ComponentSampleModel model)
        || model.getScanlineStride() != bands * raster.getWidth()
        || bands != bandsOf(colour)) {
      throw new IIOException("JPEG components in an unexpected layout");
    }
    byte[] data = buffer.getData();
    byte[] rgb =
        switch (colour) {
          case GREY -> JpegColours.fromGrey(data);
          case YCC -> JpegColours.fromYcc(data, bands);
          case CMYK -> JpegColours.fromCmyk(data);
          case YCCK -> JpegColours.fromYcck(data);
          default -> data;
        };
    return RgbImage.wrap(raster.getWidth(), raster.getHeight(), rgb);
  }

  private static int bandsOf(Colour colour) {
    return switch (colour) {
      case GREY -> 1;
      case RGB, YCC -> 3;
      case CMYK, YCCK -> 4;
      case OTHER -> 0;
    };
  }
}
