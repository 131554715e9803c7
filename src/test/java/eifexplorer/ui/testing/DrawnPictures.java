package eifexplorer.ui.testing;

import eifexplorer.dataset.Sample;
import eifexplorer.session.ExplorerSession;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Simple drawn birds, one colour a class, so that screens have something to show. */
public final class DrawnPictures {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;

  /** Small, since every class of window tests draws, writes and reads some hundred. */
  private static final double SCALE = 0.5;

  private DrawnPictures() {}

  /** Draws every image of the session below its root. */
  public static void write(ExplorerSession session) throws IOException {
    for (Sample sample :
        Stream.concat(session.dataset().train().stream(), session.dataset().test().stream())
            .toList()) {
      Path file = session.image(sample).orElseThrow();
      Files.createDirectories(file.getParent());
      ImageIO.write(draw(sample), "png", file.toFile());
    }
  }

  private static BufferedImage draw(Sample sample) {
    Random random = new Random(sample.path().hashCode());
    BufferedImage image =
        new BufferedImage(
            (int) (SCALE * WIDTH), (int) (SCALE * HEIGHT), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(SCALE, SCALE);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float ground = 0.25f + 0.25f * random.nextFloat();
    g.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(ground, 0.25f, 0.85f),
            0,
            HEIGHT,
            Color.getHSBColor(ground + 0.1f, 0.45f, 0.45f)));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.translate(200 + random.nextInt(60) - 30, 160 + random.nextInt(40) - 20);
    g.rotate(random.nextDouble() * 0.5 - 0.25);
    double size = 0.8 + 0.4 * random.nextDouble();
    g.scale(random.nextBoolean() ? size : -size, size);
    bird(g, sample.label() * 0.13f);
    g.dispose();
    return image;
  }

  private static void bird(Graphics2D g, float hue) {
    Color body = Color.getHSBColor(hue, 0.7f, 0.7f);
    Path2D tail = new Path2D.Double();
    tail.moveTo(-50, 0);
    tail.lineTo(-150, 30);
    tail.lineTo(-60, 30);
    g.setColor(body.darker());
    g.fill(tail);
    g.setColor(body);
    g.fill(new Ellipse2D.Double(-80, -35, 150, 85));
    g.fill(new Ellipse2D.Double(30, -75, 70, 65));
    g.setColor(body.darker());
    g.fill(new Ellipse2D.Double(-70, -15, 100, 50));
    g.setColor(new Color(0x30, 0x28, 0x20));
    Path2D bill = new Path2D.Double();
    bill.moveTo(97, -50);
    bill.lineTo(130, -42);
    bill.lineTo(97, -35);
    g.fill(bill);
    g.setColor(Color.WHITE);
    g.fill(new Ellipse2D.Double(68, -60, 16, 16));
    g.setColor(Color.BLACK);
    g.fill(new Ellipse2D.Double(73, -56, 8, 8));
  }
}
