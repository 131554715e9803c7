package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegEncoderTest {
  @Test
  void writesWhatTheDecoderReads(@TempDir Path folder) throws IOException {
    RgbImage image =
        PillowResize.bilinear(TestImages.of(2, 0xC83232, 0x3232C8, 0x32C832, 0xC8C832), 64, 48);
    Path file = Files.write(folder.resolve("picture.jpg"), JpegEncoder.encode(image, 1f));
    assertTrue(TestImages.distance(image, ImageDecoder.decode(file)) <= 12);
  }

  @Test
  void makesSmallerFilesOfLowerQuality() {
    RgbImage image = TestImages.photo(64, 48, 1);
    assertTrue(JpegEncoder.encode(image, 0.3f).length < JpegEncoder.encode(image, 0.9f).length / 2);
  }

  @Test
  void refusesQualityAboveOne() {
    RgbImage image = TestImages.photo(8, 8, 1);
    assertThrows(ProblemException.class, () -> JpegEncoder.encode(image, 90f));
  }
}
