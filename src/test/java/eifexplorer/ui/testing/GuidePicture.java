package eifexplorer.ui.testing;

import eifexplorer.testing.KeptPage;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A picture of the guide, which the window makes itself. It is committed, since it is packed into the program before the
 * window's tests run; a test fails when the window no longer looks like it. Both need {@code -Dpictures}, without which tests draw small
 * pictures; with {@code -Dguide.write} it is taken anew.
 */
final class GuidePicture {
  private static final Path FOLDER = Path.of("src", "site", "markdown", "images");
  private static final int WIDTH = 1100;

  /** Both are compared at this width, so that letters drawn a little differently do not count. */
  private static final int COARSE = 100;

  /** Mean difference of two grey values of 0 to 255 up to which pictures are alike. */
  private static final double ALIKE = 5;

  private static final int TRIES = 50;

  private final Path file;

  GuidePicture(String name) {
    file = FOLDER.resolve(name + ".jpg");
  }

  /** Fails if what the window shows does not become like the picture in a few seconds. */
  void assertAlike(Supplier<BufferedImage> window) {
    try {
      if (KeptPage.WRITE) {
        WaitForAsyncUtils.sleep(4, TimeUnit.SECONDS);
        write(scaled(window.get(), WIDTH));
      }
      BufferedImage kept = scaled(ImageIO.read(file.toFile()), COARSE);
      double difference = Double.NaN;
      for (int i = 0; i < TRIES; i++) {
        difference = difference(kept, scaled(window.get(), COARSE));
        if (difference <= ALIKE) {
          return;
        }
        WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
      }
      throw new AssertionError(
          file
              + " no longer shows the window ("
              + difference
              + "): run this test with -Dpictures -Dguide.write");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage scaled(BufferedImage image, int width) {
    int height = Math.max(1, image.getHeight() * width / image.getWidth());
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(
        image.getWidth() > 2 * width
            ? image.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING)
            : image,
        0,
        0,
        width,
        height,
        null);
    pen.dispose();
    return small;
  }

  private static double difference(BufferedImage one, BufferedImage other) {
    if (one.getHeight() != other.getHeight()) {
      return 255;
    }
    double sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        sum += Math.abs(grey(one.getRGB(x, y)) - grey(other.getRGB(x, y)));
      }
    }
    return sum / (one.getWidth() * one.getHeight());
  }

  private static int grey(int rgb) {
    return ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
  }

  private void write(BufferedImage image) throws IOException {
    Files.createDirectories(FOLDER);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam small = writer.getDefaultWriteParam();
    small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    small.setCompressionQuality(.85f);
    Files.deleteIfExists(file);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), small);
    } finally {
      writer.dispose();
    }
  }
}
