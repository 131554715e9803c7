package eifexplorer.benchmark;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/** The files of a {@link GalleryWorkspace}: a hundred training and a hundred test classes of small painted pictures. */
final class GalleryPictures {
  private static final int CLASSES = 100;
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final int VARIANTS = 4;

  private GalleryPictures() {}

  static void write(Path root, GallerySize size, JobContext context) {
    byte[][] paintings = new byte[CLASSES * VARIANTS][];
    try {
      for (int i = 0; i < paintings.length; i++) {
        paintings[i] = painting(i);
      }
      for (int i = 0; i < size.test(); i++) {
        int variant = i / CLASSES % VARIANTS;
        int trained = i % CLASSES;
        put(
            root.resolve(String.format(Locale.ROOT, "train/%03d.Trained_%d", trained, trained)),
            String.format(Locale.ROOT, "%06d.jpg", i),
            paintings[trained * VARIANTS + variant]);
        int tested = testClass(i, size);
        put(
            root.resolve(
                String.format(Locale.ROOT, "test/%03d.Tested_%d", CLASSES + tested, tested)),
            String.format(Locale.ROOT, "%06d.jpg", i),
            paintings[tested * VARIANTS + variant]);
        if (i % 1000 == 0) {
          context.checkCancelled();
          context.progress(2L * i, size.images(), "pictures");
        }
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The pictures can't be written", root.toString(), "Check the free space.", e);
    }
  }

  /** Class of a test image: of a confused two the second has the next class. */
  private static int testClass(int i, GallerySize size) {
    int two = i / 2;
    boolean confused = two < size.pairs() / 2;
    return (two + (confused ? i % 2 : 0)) % CLASSES;
  }

  /** Which two a test image belongs to. */
  static int two(String path) {
    int slash = path.lastIndexOf('/');
    return Integer.parseInt(path.substring(slash + 1, path.length() - ".jpg".length())) / 2;
  }

  private static void put(Path folder, String name, byte[] content) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(name), content);
  }

  private static byte[] painting(int seed) throws IOException {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = seed / (float) VARIANTS / CLASSES;
    g.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(hue, .5f, .9f),
            WIDTH,
            HEIGHT,
            Color.getHSBColor(hue, .6f, .4f)));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < 40; i++) {
      g.setColor(Color.getHSBColor(hue + random.nextFloat() * .2f, .7f, random.nextFloat()));
      int side = 10 + random.nextInt(60);
      g.fillOval(random.nextInt(WIDTH) - side / 2, random.nextInt(HEIGHT) - side / 2, side, side);
    }
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }
}
