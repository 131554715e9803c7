package eifexplorer.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A data set of small pictures: a folder for each class, whose discs have one colour, but for the fourth. */
public final class ColouredDiscs {
  private ColouredDiscs() {}

  /** Draws {@code perClass} pictures {@code class<c>/<i>.png} of each class. */
  public static Path write(Path folder, int classes, int perClass) {
    try {
      for (int c = 0; c < classes; c++) {
        Path images = Files.createDirectories(folder.resolve("class" + c));
        for (int i = 0; i < perClass; i++) {
          BufferedImage image = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
          Graphics2D pen = image.createGraphics();
          pen.setColor(Color.getHSBColor((2 * c + (i == 3 ? 4 : 0)) % 12 / 12f, .8f, .9f));
          pen.fillOval(i % 5, c % 5, 12 + i, 14);
          pen.dispose();
          ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }
}
