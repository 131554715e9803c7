package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.dataset.SubjectBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodedPicturesTest {
  @TempDir Path root;
  private DecodedPictures pictures;

  /** A grey picture with a red square that a box is drawn around, and one without a box. */
  @BeforeEach
  void write() throws IOException {
    BufferedImage image = new BufferedImage(1000, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, 1000, 600);
    pen.setColor(Color.RED);
    pen.fillRect(800, 50, 100, 100);
    pen.dispose();
    ImageIO.write(image, "png", root.resolve("boxed.png").toFile());
    ImageIO.write(image, "png", root.resolve("plain.png").toFile());
    ImageDataset dataset =
        new ImageDataset(
            "birds",
            Optional.of(root),
            List.of(new ClassLabel(0, 1, "a")),
            1,
            List.of(new Sample("boxed.png", 0, Split.TRAIN)),
            List.of(new Sample("plain.png", 0, Split.TEST)),
            List.of(),
            Optional.empty(),
            LabelCorrections.NONE,
            Map.of("boxed.png", new SubjectBox(800, 50, 100, 100)),
            Map.of());
    pictures = new DecodedPictures(root.resolve("thumbnails"), dataset);
  }

  @Test
  void aBoxedSubjectIsCutOutOfTheOriginalPixels() {
    SubjectPicture picture = pictures.subject(root.resolve("boxed.png"), 256);

    assertEquals(230, picture.image().getWidth());
    assertEquals(135, picture.image().getHeight());
    int middle = picture.image().getPixelReader().getArgb(115, 67);
    assertEquals(0xff, middle >> 16 & 0xff, 8);
    assertEquals(0, middle & 0xff, 8);
    assertEquals(new Rectangle2D(47, 0, 136, 135), picture.subject());
  }

  @Test
  void withoutABoxThePictureIsWhole() {
    SubjectPicture picture = pictures.subject(root.resolve("plain.png"), 256);

    assertEquals(256, picture.image().getWidth());
    assertEquals(new Rectangle2D(0, 0, 256, 154), picture.subject());
  }

  @Test
  void theWholePictureIsThereToo() {
    assertEquals(1000, pictures.full(root.resolve("boxed.png")).getWidth());
    assertEquals(256, pictures.thumbnail(root.resolve("boxed.png"), 256).getWidth());
  }
}
