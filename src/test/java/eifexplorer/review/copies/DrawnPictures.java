package eifexplorer.review.copies;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of coloured spots, and copies of them. */
final class DrawnPictures {
  private DrawnPictures() {}

  /** A picture of 160 x 120 that no other seed gives. */
  static BufferedImage picture(long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    for (int i = 0; i < 400; i++) {
      g.setColor(new Color(random.nextInt(0x1000000)));
      int size = 4 + random.nextInt(24);
      g.fillOval(random.nextInt(160) - 10, random.nextInt(120) - 10, size, size);
    }
    g.dispose();
    return image;
  }

  static BufferedImage mirrored(BufferedImage image) {
    AffineTransform flip = AffineTransform.getScaleInstance(-1, 1);
    flip.translate(-image.getWidth(), 0);
    return new AffineTransformOp(flip, null)
        .filter(image, new BufferedImage(image.getWidth(), image.getHeight(), image.getType()));
  }

  static BufferedImage resized(BufferedImage image, int width, int height) {
    BufferedImage small = new BufferedImage(width, height, image.getType());
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return small;
  }

  /** Writes a picture in the format of the file's ending. */
  static Path write(BufferedImage image, Path file) throws IOException {
    String name = file.getFileName().toString();
    ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    return file;
  }
}
