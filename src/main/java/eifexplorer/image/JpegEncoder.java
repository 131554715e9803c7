package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as JPEG, for thumbnails and for reports. */
public final class JpegEncoder {
  private JpegEncoder() {}

  /**
   * The bytes of a baseline JPEG file.
   *
   * @param quality 0 (smallest) to 1 (best)
   * @throws ProblemException if the quality is out of range
   */
  public static byte[] encode(RgbImage image, float quality) {
    if (!(quality >= 0 && quality <= 1)) {
      throw ProblemException.badValue("JPEG quality", quality, "0 to 1");
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(toBufferedImage(image), null, null), param);
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage toBufferedImage(RgbImage image) {
    BufferedImage copy =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[image.width()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = image.pixel(x, y);
      }
      copy.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return copy;
  }
}
