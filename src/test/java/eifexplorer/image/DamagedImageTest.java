package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file that is no whole picture is a problem in words that name it. */
class DamagedImageTest {
  @TempDir Path folder;

  private String problem(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("bad.jpg"), bytes);
    ProblemException problem =
        assertThrows(ProblemException.class, () -> ImageDecoder.decode(file));
    assertEquals(file.toString(), problem.where());
    return problem.what();
  }

  private static byte[] photo(String format) throws IOException {
    RgbImage image = TestImages.photo(120, 80, 5);
    return TestImages.encode(TestImages.buffered(image, BufferedImage.TYPE_INT_RGB), format);
  }

  @ParameterizedTest
  @CsvSource({
    "jpeg,0.5",
    "jpeg,0.9",
    "jpeg,0.2",
    "png,0.5",
    "png,0.9",
    "gif,0.5",
    "gif,0.9",
    "bmp,0.5",
    "bmp,0.99"
  })
  void refusesPicturesCutShort(String format, double share) throws IOException {
    byte[] whole = photo(format);
    byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));
    assertEquals("The picture is cut short", problem(cut));
  }

  @Test
  void refusesPicturesOfThousandsOfScans() throws IOException {
    ByteBuffer many = ByteBuffer.allocate(30_000);
    many.put(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xc2, 0, 11, 8, 0, 8, 0, 8});
    many.put(new byte[] {1, 1, 0x11, 0});
    while (many.remaining() > 20) {
      many.put(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 0, 0});
    }
    String problem = problem(many.array());
    assertTrue(problem.contains("scans where 500 are allowed"), problem);
  }

  @Test
  void refusesProgressivePicturesCutBetweenScans() throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 64, 3, null);
    raster.setDataElements(0, 0, 64, 64, TestImages.photo(64, 64, 2).toBytes());
    byte[] whole = TestImages.jpegOfComponents(raster, true);
    byte[] cut = Arrays.copyOf(whole, lastScan(whole));
    assertEquals("The picture is cut short", problem(cut));
  }

  private static int lastScan(byte[] jpeg) {
    int last = 0;
    for (int i = 0; i + 1 < jpeg.length; i++) {
      if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xda) {
        last = i;
      }
    }
    return last;
  }

  @Test
  void readsJpegThatLacksOnlyItsEndMarker() throws IOException {
    byte[] whole = photo("jpeg");
    Path complete = Files.write(folder.resolve("whole.jpg"), whole);
    Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length - 2));
    assertEquals(ImageDecoder.decode(complete), ImageDecoder.decode(cut));
  }

  @Test
  void refusesEmptyFiles() throws IOException {
    assertEquals("The picture file is empty", problem(new byte[0]));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesWhatIsNoFile() {
    Path device = Path.of("/dev/zero");
    assertEquals(
        "A pipe or device is named like a picture",
        assertThrows(ProblemException.class, () -> ImageDecoder.decode(device)).what());
  }

  @Test
  void refusesMissingFiles() {
    Path missing = folder.resolve("missing.png");
    ProblemException problem =
        assertThrows(ProblemException.class, () -> ImageDecoder.decode(missing));
    assertEquals("The picture file is missing", problem.what());
  }

  @Test
  void refusesTextNamedAsPicture() throws IOException {
    assertEquals(
        "The picture can't be decoded (this is none of the formats JPEG, PNG, WebP, GIF, BMP, TIFF,"
            + " PPM and PGM)",
        problem("This is no picture at all.".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void refusesPicturesThatClaimTooManyPixels() throws IOException {
    assertEquals(
        "The picture claims 60000 x 60000 pixels, more than the 178956970 decoded",
        problem(TestImages.pngClaiming(60_000, 60_000)));
  }

  @Test
  void refusesJpegThatClaimsTooManyPixels() throws IOException {
    byte[] jpeg = photo("jpeg");
    int frame = frame(jpeg);
    Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xff);
    assertEquals(
        "The picture claims 65535 x 65535 pixels, more than the 178956970 decoded", problem(jpeg));
  }

  @Test
  void saysWhatTheJdkSaidOfJpegThatNobodyReads() throws IOException {
    byte[] jpeg = photo("jpeg");
    jpeg[frame(jpeg) + 4] = 12;
    assertEquals(
        "The picture can't be decoded (Unsupported JPEG data precision 12)", problem(jpeg));
  }

  private static int frame(byte[] jpeg) {
    int frame = 0;
    while (jpeg[frame] != (byte) 0xff || jpeg[frame + 1] != (byte) 0xc0) {
      frame++;
    }
    return frame;
  }

  @Test
  void refusesFoldersAsPictures() {
    assertThrows(ProblemException.class, () -> ImageDecoder.decode(folder));
  }

  @Test
  void refusesSizesOfWhatIsNoPicture() throws IOException {
    Path file = Files.write(folder.resolve("bad.jpg"), new byte[] {1, 2});
    assertThrows(ProblemException.class, () -> ImageDecoder.size(file));
  }

  /** A changed byte gives another picture or a problem, never another failure. */
  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
  void survivesAnyDamage(String format) throws IOException {
    byte[] whole = photo(format);
    Random random = new Random(7);
    for (int i = 0; i < 150; i++) {
      byte[] damaged = whole.clone();
      for (int changes = 0; changes < 3; changes++) {
        damaged[random.nextInt(Math.min(700, whole.length))] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("damaged"), damaged);
      assertDoesNotThrow(() -> decodeOrRefuse(file), "damage " + i);
    }
  }

  private static void decodeOrRefuse(Path file) {
    try {
      ImageDecoder.decodeReduced(file, 32);
    } catch (ProblemException e) {
      assertEquals(file.toString(), e.where());
    }
  }
}
