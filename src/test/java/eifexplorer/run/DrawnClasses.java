package eifexplorer.run;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** A data set of dots, a colour for each class. */
public final class DrawnClasses {
  private DrawnClasses() {}

  /** Draws folders {@code class0}, {@code class1} and so on. */
  public static void draw(Path folder, int classes, int perClass) throws IOException {
    Random random = new Random(1);
    for (int c = 0; c < classes; c++) {
      Path images = Files.createDirectories(folder.resolve("class" + c));
      for (int i = 0; i < perClass; i++) {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.getHSBColor(c / (float) classes, .8f, .9f));
        pen.fillOval(random.nextInt(20), random.nextInt(20), 16, 16);
        pen.dispose();
        ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
      }
    }
  }
}
