package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.array.Npz;
import eifexplorer.testing.GoldenFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grey and RGBA files against Pillow's {@code convert("RGB")}. */
class ImageDecoderGoldenTest {
  @ParameterizedTest
  @CsvSource({"gray_30x20,gray_rgb", "rgba_25x18,rgba_rgb"})
  void convertsLikePillow(String picture, String array) {
    RgbImage image = ImageDecoder.decode(GoldenFiles.file("images/" + picture + ".png"));
    try (Npz golden = GoldenFiles.open("10_image_modes.npz")) {
      int[] expected = golden.array(array).requireShape(image.height(), image.width(), 3).ints();
      assertArrayEquals(expected, TestImages.levels(image));
    }
  }
}
