package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.testing.GoldenFiles;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours of less common files, beside what Pillow 9.4's {@code convert("RGB")} makes of them. */
class ImageColoursGoldenTest {
  /** Lab goes through a table there. */
  private static final int CLOSE = 1;

  private static Path file(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(ImageColoursGoldenTest.class.getResource(name)).toURI());
  }

  /** Size and four pixels: the first, one above to the left, the middle, and one right of it. */
  @ParameterizedTest
  @CsvSource({
    "cmyk-16-bit.tif, 48x16, C82828 C82828 28A03C E6DCC8",
    "cmyk-jpeg.tif, 48x16, C82828 C82828 28A03C E6DCC8",
    "cmyk-lzw.tif, 48x16, C82828 C82828 28A03C E6DCC8",
    "cmyk-planar.tif, 48x16, C82828 C82828 28A03C E6DCC8",
    "gif-beyond.gif, 50x30, 0A141E 0A141E C82828 28A03C",
    "gif-interl.gif, 60x40, 0A141E 0A141E 28A03C E6DCC8",
    "gif-local.gif, 60x40, 0A141E 0A141E 28A03C E6DCC8",
    "gif-plain.gif, 60x40, 0A141E 0A141E 28A03C E6DCC8",
    "gif-transp.gif, 60x40, E6DCC8 E6DCC8 28A03C E6DCC8",
    "lab-jpeg.tif, 48x16, C92727 C92727 2AA03C E6DCC8",
    "lab.tif, 48x16, C92727 C92727 2AA03C E6DCC8",
    "multiplied-alpha.tif, 48x16, C82828 C82828 279F3B E5DBC7",
    "orientation-3.tif, 48x16, E6DCC8 E6DCC8 28A03C C82828",
    "orientation-6.png, 48x16, C82828 C82828 28A03C E6DCC8",
    "orientation-6.tif, 16x48, C82828 C82828 28A03C 28A03C",
    "orientation-6.webp, 48x16, C82828 C82828 28A03C E6DCC8",
    "plain-alpha.tif, 48x16, C82828 C82828 28A03C E6DCC8",
    "rgb-jpeg.tif, 48x16, C82828 C82828 28A03C E6DCC8",
    "ycc-jpeg.tif, 48x16, C82828 C82828 28A03C E6DCC8"
  })
  void coloursAreThoseOfPillow(String name, String size, String pixels) throws URISyntaxException {
    RgbImage image = ImageDecoder.decode(file(name));
    int w = image.width();
    int h = image.height();
    assertEquals(size, w + "x" + h);
    int[] found = {
      image.pixel(0, 0),
      image.pixel(w / 6, h / 6),
      image.pixel(w / 2, h / 2),
      image.pixel(w * 3 / 4, h / 2)
    };
    int[] wanted = Arrays.stream(pixels.split(" ")).mapToInt(HexFormat::fromHexDigits).toArray();
    RgbImage there = TestImages.of(4, wanted);
    assertTrue(
        TestImages.distance(there, TestImages.of(4, found)) <= CLOSE,
        () -> Arrays.toString(Arrays.stream(found).mapToObj(Integer::toHexString).toArray()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orientation-6.png", "orientation-6.webp", "orientation-6.tif"})
  void peopleSeeItTurned(String name) throws URISyntaxException {
    assertEquals(
        ImageDecoder.decode(file("orientation-6.tif")), ImageDecoder.decodeUpright(file(name)));
  }

  @ParameterizedTest
  @CsvSource({"orientation-6.png, ''", "orientation-6.tif, 16 x 48", "gif-beyond.gif, 50 x 30"})
  void theSizeIsThatOfThePictureDecodedUpright(String name, String size) throws URISyntaxException {
    assertEquals(size, ImageDecoder.uprightSize(file(name)).map(ImageSize::toString).orElse(""));
  }

  @Test
  void aJpegOfColoursInTiffIsNotTakenForYcc() {
    RgbImage image =
        ImageDecoder.decode(
            GoldenFiles.shared("cases/16-tiff-colours/rgb_jpeg_from_pillow_tests.tif"));
    assertEquals(0x594AEE, image.pixel(5, 5));
  }
}
