package eifexplorer.image;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_INT_ARGB;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("picture"), bytes);
  }

  private Path file(BufferedImage image, String format) throws IOException {
    return file(TestImages.encode(image, format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void readsColoursUnchanged(String format) throws IOException {
    RgbImage image = TestImages.photo(37, 23, 1);
    Path file = file(TestImages.buffered(image, TYPE_3BYTE_BGR), format);
    assertEquals(image, ImageDecoder.decode(file));
  }

  /** Signed 32 bits, three by one, written by Pillow: -5, 40 and 300. */
  private static final String WIDE_GREY =
      "49492a00080000000a00000104000100000003000000010104000100000001000000020103000100000020"
          + "00000003010300010000000100000006010300010000000100000011010400010000008600000016010400"
          + "010000000100000017010400010000000c0000001c01030001000000010000005301030001000000020000"
          + "0000000000fbffffff280000002c010000";

  @Test
  void greyInThirtyTwoBitsIsLimitedAsByPillow() throws IOException {
    assertEquals(
        RgbImage.of(3, 1, new byte[] {0, 0, 0, 40, 40, 40, -1, -1, -1}),
        ImageDecoder.decode(file(HexFormat.of().parseHex(WIDE_GREY))));
  }

  /** Three by two pixels, written by Pillow without loss. */
  private static final String WEBP =
      "5249464646000000574542505650384c3a0000002f024000002f401660b239740791bf5b1a64d236fdeba1dae77464d2"
          + "36ad91fa57b877f31ff0471e312ddb4021db0870e85e8153ba88fec7f002";

  private static final byte[] SIX_PIXELS = {
    -1, 0, 0, 0, -1, 0, 0, 0, -1, 10, 20, 30, 40, 50, 60, (byte) 200, 100, 50
  };

  @Test
  void readsWebpWrittenWithoutLoss() throws IOException {
    assertEquals(
        RgbImage.of(3, 2, SIX_PIXELS), ImageDecoder.decode(file(HexFormat.of().parseHex(WEBP))));
  }

  @Test
  void aWebpCutShortSaysSo() throws IOException {
    byte[] whole = HexFormat.of().parseHex(WEBP);
    Path file = file(Arrays.copyOf(whole, whole.length - 5));
    assertEquals(
        "The picture is cut short",
        assertThrows(ProblemException.class, () -> ImageDecoder.decode(file)).what());
  }

  /** The reader itself would read zeros beyond the end for ever. */
  @Test
  void aWebpCutAnywhereIsRefused() throws IOException {
    byte[] whole = HexFormat.of().parseHex(WEBP);
    for (int length = 20; length < whole.length; length++) {
      Path file = file(Arrays.copyOf(whole, length));
      assertThrows(ProblemException.class, () -> ImageDecoder.decode(file), length + " bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P3\n# by hand\n3 2\n255\n255 0 0 0 255 0 0 0 255\n10 20 30 40 50 60 200 100 50\n",
        "P3 3 2 255 255 0 0 0 255 0 0 0 255 10 20 30 40 50 60 200 100 50 ",
        "P3 3 2 255 255 0 0 0 255 0 0 0 255 10 20 30 40 50 60 200 100 50",
        "P6 3 2 255 \u00ff\0\0\0\u00ff\0\0\0\u00ff\n" + "\u0014\u001e(2<\u00c8d2"
      })
  void readsPortablePixmaps(String text) throws IOException {
    assertEquals(
        RgbImage.of(3, 2, SIX_PIXELS),
        ImageDecoder.decode(file(text.getBytes(StandardCharsets.ISO_8859_1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"P1 2 2 0 1 1", "P2 2 2 255 1 2 3", "P3 1 2 255 1 2 3 4 5", "P6 1 2 255 \1\2"})
  void aPixmapWithoutItsLastNumberIsCutShort(String text) throws IOException {
    Path file = file(text.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        "The picture is cut short",
        assertThrows(ProblemException.class, () -> ImageDecoder.decode(file)).what());
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1 2 2 0 1 1 0", "P2 2 2 255 255 0 0 255", "P2 2 2 255 255 0 0 255\n"})
  void readsPortableGreyInText(String text) throws IOException {
    assertEquals(
        TestImages.of(2, 0xFFFFFF, 0, 0, 0xFFFFFF),
        ImageDecoder.decode(file(text.getBytes(StandardCharsets.ISO_8859_1))));
  }

  @Test
  void readsJpegColoursNearly() throws IOException {
    RgbImage image = ImageDecoder.decode(file(JpegEncoder.encode(flat(0xC86432), 1f)));
    assertTrue(TestImages.distance(flat(0xC86432), image) <= 2);
  }

  private static RgbImage flat(int colour) {
    int[] pixels = new int[32 * 16];
    Arrays.fill(pixels, colour);
    return TestImages.of(32, pixels);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff", "jpeg"})
  void repeatsGreyWithoutChangingIt(String format) throws IOException {
    BufferedImage grey = new BufferedImage(16, 8, TYPE_BYTE_GRAY);
    for (int i = 0; i < 16 * 8; i++) {
      grey.getRaster().setSample(i % 16, i / 16, 0, 100);
    }
    RgbImage image = ImageDecoder.decode(file(grey, format));
    assertEquals(0x646464, image.pixel(7, 3));
  }

  @Test
  void dropsAlphaWithoutBlending() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00123456);
    image.setRGB(1, 0, 0x80ABCDEF);
    assertEquals(TestImages.of(2, 0x123456, 0xABCDEF), ImageDecoder.decode(file(image, "png")));
  }

  @Test
  void dropsTheAlphaOfGrey() throws IOException {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
    raster.setPixels(0, 0, 2, 1, new int[] {70, 0, 200, 128});
    Path file = file(new BufferedImage(model, raster, false, null), "png");
    assertEquals(TestImages.of(2, 0x464646, 0xC8C8C8), ImageDecoder.decode(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp"})
  void looksUpPalettes(String format) throws IOException {
    byte[] red = Arrays.copyOf(new byte[] {10, (byte) 200, 30}, 256);
    byte[] green = Arrays.copyOf(new byte[] {40, 50, (byte) 160}, 256);
    byte[] blue = Arrays.copyOf(new byte[] {(byte) 170, 80, 90}, 256);
    IndexColorModel palette = new IndexColorModel(8, 256, red, green, blue);
    BufferedImage image = new BufferedImage(3, 1, TYPE_BYTE_INDEXED, palette);
    image.getRaster().setPixels(0, 0, 3, 1, new int[] {2, 0, 1});
    assertEquals(
        TestImages.of(3, 0x1EA05A, 0x0A28AA, 0xC83250), ImageDecoder.decode(file(image, format)));
  }

  @Test
  void keepsTheColourOfTransparentPaletteEntries() throws IOException {
    byte[] levels = {10, 20};
    IndexColorModel palette = new IndexColorModel(1, 2, levels, levels, levels, new byte[] {-1, 0});
    BufferedImage image = new BufferedImage(2, 1, TYPE_BYTE_BINARY, palette);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {0, 1});
    assertEquals(TestImages.of(2, 0x0A0A0A, 0x141414), ImageDecoder.decode(file(image, "png")));
  }

  @Test
  void readsBlackAndWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, TYPE_BYTE_BINARY);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {1, 0});
    assertEquals(TestImages.of(2, 0xFFFFFF, 0x000000), ImageDecoder.decode(file(image, "png")));
  }

  @Test
  void keepsTheUpperByteOfSixteenBitGrey() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, TYPE_USHORT_GRAY);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {0x12FF, 0xFE80});
    assertEquals(TestImages.of(2, 0x121212, 0xFEFEFE), ImageDecoder.decode(file(image, "png")));
  }

  @Test
  void keepsTheUpperByteOfSixteenBitColours() throws IOException {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
    raster.setPixel(0, 0, new int[] {0x12FF, 0x3400, 0x56AA});
    Path file = file(new BufferedImage(model, raster, false, null), "png");
    assertEquals(TestImages.of(1, 0x123456), ImageDecoder.decode(file));
  }

  @Test
  void readsCmykAsInkOnPaper() throws IOException {
    // Stored inverted: light left by each ink, times the light left by black, over 255.
    byte[] jpeg = jpeg(200, 100, 50, 220);
    int pixel =
        ImageDecoder.decode(file(TestImages.withSegment(jpeg, 0xEE, TestImages.adobe(0))))
            .pixel(9, 5);
    assertEquals(0xAD562B, pixel); // 172.5, 86.3, 43.1
  }

  @Test
  void readsCmykWithoutAdobesSegment() throws IOException {
    assertEquals(0xAD562B, ImageDecoder.decode(file(jpeg(200, 100, 50, 220))).pixel(9, 5));
  }

  @Test
  void readsYcck() throws IOException {
    // Grey inks of 100 (of 255), black stored inverted as 220: 220 - 220 * 100 / 255 = 133.7.
    byte[] jpeg = jpeg(100, 128, 128, 220);
    RgbImage image =
        ImageDecoder.decode(file(TestImages.withSegment(jpeg, 0xEE, TestImages.adobe(2))));
    assertEquals(0x868686, image.pixel(9, 5));
  }

  @Test
  void readsJpegStoredAsRgb() throws IOException {
    byte[] jpeg = TestImages.withSegment(jpeg(200, 100, 50), 0xEE, TestImages.adobe(0));
    assertEquals(0xC86432, ImageDecoder.decode(file(jpeg)).pixel(9, 5));
  }

  @Test
  void takesThreeUnnamedComponentsForYcc() throws IOException {
    assertEquals(0x646464, ImageDecoder.decode(file(jpeg(100, 128, 128))).pixel(9, 5));
  }

  @Test
  void readsProgressiveJpeg() throws IOException {
    byte[] jpeg = TestImages.jpegOfComponents(flatRaster(100, 128, 128), true);
    assertEquals(0x646464, ImageDecoder.decode(file(jpeg)).pixel(9, 5));
  }

  /** A process that the JDK does not decode: 8 x 8 grey pixels, each as the pixel before, the first one 128. */
  @Test
  void readsLosslessJpeg() throws IOException {
    String frame = "FFC3000B08000800080101 1100";
    String huffmanTable = "FFC40014000100000000000000000000000000000000";
    String scan = "FFDA0008010100010000 0000000000000000";
    String hex = "FFD8" + frame + huffmanTable + scan + "FFD9";
    byte[] jpeg = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertEquals(0x808080, ImageDecoder.decode(file(jpeg)).pixel(3, 3));
  }

  private static byte[] jpeg(int... components) throws IOException {
    return TestImages.jpegOfComponents(flatRaster(components), false);
  }

  private static Raster flatRaster(int... components) {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, components.length, null);
    for (int i = 0; i < 256; i++) {
      raster.setPixel(i % 16, i / 16, components);
    }
    return raster;
  }

  /** An ICC profile of which a part is missing, camera data and a JFIF segment of nothing, an empty comment. */
  @ParameterizedTest
  @CsvSource({"226,ICC_PROFILE.12", "225,Exif", "224,JFIF.", "224,JFXX.@", "238,Adobe", "254,''"})
  void overlooksDamagedMetadata(int marker, String text) throws IOException {
    byte[] jpeg = JpegEncoder.encode(TestImages.photo(32, 16, 3), 0.9f);
    RgbImage plain = ImageDecoder.decode(file(jpeg));
    byte[] data =
        text.replace('.', '\0')
            .replace('1', '\1')
            .replace('2', '\2')
            .getBytes(StandardCharsets.US_ASCII);
    byte[] odd = TestImages.withSegment(jpeg, marker, data);
    assertEquals(plain, ImageDecoder.decode(file(odd)));
  }

  @Test
  void ignoresTheOrientationForModels() throws IOException {
    byte[] jpeg = JpegEncoder.encode(TestImages.photo(32, 16, 3), 0.9f);
    RgbImage plain = ImageDecoder.decode(file(jpeg));
    byte[] turned = TestImages.withSegment(jpeg, 0xE1, TestImages.exif(6, false));
    assertEquals(plain, ImageDecoder.decode(file(turned)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void followsTheOrientationForPeople(int orientation) throws IOException {
    byte[] jpeg = JpegEncoder.encode(TestImages.photo(32, 16, 3), 0.9f);
    RgbImage plain = ImageDecoder.decode(file(jpeg));
    byte[] turned = TestImages.withSegment(jpeg, 0xE1, TestImages.exif(orientation, true));
    assertEquals(
        ExifOrientation.upright(plain, orientation), ImageDecoder.decodeUpright(file(turned)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff", "jpeg"})
  void readsTheSizeAlone(String format) throws IOException {
    Path file = file(TestImages.buffered(TestImages.photo(41, 17, 1), TYPE_INT_RGB), format);
    assertEquals(new ImageSize(41, 17), ImageDecoder.size(file));
  }

  @ParameterizedTest
  @CsvSource({"png,100,25", "jpeg,100,25", "png,13,3", "jpeg,13,3", "png,1,1", "jpeg,401,100"})
  void reducesLargePictures(String format, int width, int height) throws IOException {
    Path file = file(TestImages.buffered(TestImages.photo(800, 200, 1), TYPE_INT_RGB), format);
    assertEquals(new ImageSize(width, height), ImageDecoder.decodeReduced(file, width).size());
  }

  @Test
  void reducesToNearlyWhatResizingGives() throws IOException {
    RgbImage image = TestImages.photo(1000, 600, 1);
    Path file = TestImages.writePng(image, folder.resolve("picture"));
    RgbImage reduced = ImageDecoder.decodeReduced(file, 100);
    assertTrue(TestImages.distance(PillowResize.bilinear(image, 100, 60), reduced) <= 16);
  }

  @Test
  void keepsTheSizeOfSmallPicturesWhenReducing() throws IOException {
    RgbImage image = TestImages.photo(30, 20, 1);
    Path file = TestImages.writePng(image, folder.resolve("picture"));
    assertEquals(image, ImageDecoder.decodeReduced(file, 64));
  }

  @Test
  void turnsReducedPicturesUpright() throws IOException {
    byte[] jpeg = JpegEncoder.encode(TestImages.photo(80, 40, 3), 0.9f);
    Path file = file(TestImages.withSegment(jpeg, 0xE1, TestImages.exif(6, false)));
    assertEquals(new ImageSize(20, 40), ImageDecoder.decodeReduced(file, 40).size());
  }
}
