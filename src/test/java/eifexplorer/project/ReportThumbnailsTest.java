package eifexplorer.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.dataset.SubjectBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportThumbnailsTest {
  @TempDir Path root;

  @Test
  void aReportShowsWhatTheBoxHoldsAndOtherPicturesWhole() throws IOException {
    for (String name : List.of("boxed.png", "plain.png")) {
      BufferedImage image = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(image, "png", root.resolve(name).toFile());
    }
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
            Map.of("boxed.png", new SubjectBox(100, 100, 40, 80)),
            Map.of());
    ReportThumbnails thumbnails = new ReportThumbnails(dataset, file -> {});

    assertEquals(List.of(184, 108), size(thumbnails.apply("boxed.png")));
    assertEquals(List.of(192, 96), size(thumbnails.apply("plain.png")));
    assertEquals(Optional.empty(), thumbnails.apply("absent.png"));
  }

  private static List<Integer> size(Optional<byte[]> jpeg) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg.orElseThrow()));
    return List.of(image.getWidth(), image.getHeight());
  }
}
