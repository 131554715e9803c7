package eifexplorer.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.image.ImageDecoder;
import eifexplorer.image.ImageSize;
import eifexplorer.image.PixelRectangle;
import eifexplorer.image.RgbImage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of every kind that is read. */
final class PictureFormats {
  /** Nine by seven pixels, written by Pillow: with loss and without. */
  private static final List<String> WEBP =
      List.of(
          "5249464654000000574542505650382048000000d001009d012a0900070004006825b0027400f4566948e000fe"
              + "ece0ae12f2c089a7c7f106dc00bc34a7ae86828ccf6dbea1bb2ffc1c9144daf8fff41ddfd12af48376"
              + "bb78ee288000",
          "524946468a000000574542505650384c7e0000002f08800100998ce87f6c22a2ffe120c8b629c9fca59f4f86d3"
              + "0000d0a4cfdd806ad5dd690ec9dd23d1b5ee064e202de11c40223ad1128d44047e07ba04acd931aee8"
              + "376703b6d5785492b1ee3ca59bb0e74fc4830a4d59b8b66758c99ca2322bd98babd4aad7a90d7536f3"
              + "f4e149a3339f6af5390ce847ad7f4baa66d216");

  private static final List<String> TIFF_COMPRESSIONS =
      List.of("PackBits", "LZW", "Deflate", "JPEG", "CCITT T.6");

  private PictureFormats() {}

  static List<Format> all() throws IOException {
    return List.of(
        pictures(
            "jpeg",
            List.of(jpeg(false), jpeg(true), encoded(BufferedImage.TYPE_BYTE_GRAY, "jpeg")),
            List.of(
                "\u00ff\u00d8",
                "\u00ff\u00c0",
                "\u00ff\u00c2",
                "\u00ff\u00da",
                "\u00ff\u00c4",
                "\u00ff\u00db",
                "\u00ff\u00ee\0\16Adobe",
                "\u00ff\u00e1\0\20Exif\0\0",
                "\u00ff\u00d9",
                "\u00ff\u00dd\0\4\0\1"),
            List.of()),
        pictures(
            "png",
            List.of(
                encoded(BufferedImage.TYPE_INT_RGB, "png"),
                encoded(BufferedImage.TYPE_INT_ARGB, "png"),
                encoded(BufferedImage.TYPE_BYTE_INDEXED, "png"),
                encoded(BufferedImage.TYPE_USHORT_GRAY, "png")),
            List.of(
                "IHDR",
                "PLTE",
                "IDAT",
                "tRNS",
                "iCCP",
                "zTXt",
                "iTXt",
                "IEND",
                "\0\0\0\0",
                "\u007f\u00ff\u00ff\u00ff"),
            List.of(new Mutation("sums", PictureFormats::sums))),
        pictures(
            "gif",
            List.of(encoded(BufferedImage.TYPE_BYTE_INDEXED, "gif")),
            List.of("GIF89a", "!\u00f9\4", "!\u00ff\13NETSCAPE2.0", ",", ";", "!\u00fe"),
            List.of()),
        pictures(
            "bmp",
            List.of(
                encoded(BufferedImage.TYPE_INT_RGB, "bmp"),
                encoded(BufferedImage.TYPE_BYTE_INDEXED, "bmp"),
                encoded(BufferedImage.TYPE_BYTE_BINARY, "bmp")),
            List.of("BM", "(\0\0\0", "\1\0\30\0", "\1\0\4\0", "\1\0\0\0", "\2\0\0\0"),
            List.of()),
        pictures(
            "tiff",
            tiffs(),
            List.of(
                "II*\0",
                "MM\0*",
                "\0\1\3\0",
                "\6\1\3\0",
                "\3\1\3\0",
                "\21\1\4\0",
                "\27\1\4\0",
                "\102\1\3\0"),
            List.of()),
        pictures(
            "webp",
            WEBP.stream().map(HexFormat.of()::parseHex).toList(),
            List.of("RIFF", "WEBP", "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "EXIF"),
            List.of()),
        pictures(
            "ppm",
            pixmaps(),
            List.of(
                "P1",
                "P2",
                "P3",
                "P4",
                "P5",
                "P6",
                "P7\nWIDTH 3\n",
                "#",
                " 65535 ",
                " 99999 ",
                "-1",
                "\n"),
            TextMutations.all(" ")));
  }

  private static Format pictures(
      String name, List<byte[]> seeds, List<String> words, List<Mutation> own) {
    return Format.of(name, "a." + name, seeds, words, own, PictureFormats::whole);
  }

  /** Every way a picture is looked at. */
  private static boolean whole(Path file) {
    RgbImage image = ImageDecoder.decode(file);
    ImageSize size = ImageDecoder.size(file);
    assertEquals(new ImageSize(image.width(), image.height()), size);
    assertEquals(3L * size.pixels(), image.toBytes().length);
    RgbImage upright = ImageDecoder.decodeUpright(file);
    Optional<ImageSize> uprightSize = ImageDecoder.uprightSize(file);
    assertEquals(Optional.of(new ImageSize(upright.width(), upright.height())), uprightSize);
    RgbImage reduced = ImageDecoder.decodeReduced(file, 5);
    ArrayFormats.check(reduced.width() <= 5 && reduced.height() <= 5, "a picture not reduced");
    ImageDecoder.decodeRegion(file, new PixelRectangle(0, 0, 1, 1), 5);
    return true;
  }

  private static BufferedImage drawn(int type) {
    BufferedImage image = new BufferedImage(19, 17, type);
    Random random = new Random(5);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, new Color(x * 12, y * 14, random.nextInt(256)).getRGB());
      }
    }
    return image;
  }

  private static byte[] encoded(int type, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArrayFormats.check(ImageIO.write(drawn(type), format, out), "no writer of " + format);
    return out.toByteArray();
  }

  private static byte[] jpeg(boolean progressive) throws IOException {
    return written(
        "jpeg",
        BufferedImage.TYPE_INT_RGB,
        param ->
            param.setProgressiveMode(
                progressive
                    ? ImageWriteParam.MODE_DEFAULT
                    : ImageWriteParam.MODE_COPY_FROM_METADATA));
  }

  private static byte[] written(
      String format, int type, java.util.function.Consumer<ImageWriteParam> settings)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      settings.accept(param);
      writer.setOutput(out);
      writer.write(null, new IIOImage(drawn(type), null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static List<byte[]> tiffs() throws IOException {
    List<byte[]> all = new ArrayList<>();
    all.add(encoded(BufferedImage.TYPE_INT_RGB, "tiff"));
    for (String compression : TIFF_COMPRESSIONS) {
      boolean fax = compression.startsWith("CCITT");
      int type = fax ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_INT_RGB;
      all.add(
          written(
              "tiff",
              type,
              param -> {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(compression);
              }));
    }
    return all;
  }

  private static List<byte[]> pixmaps() {
    return List.of(
            "P3\n# by hand\n3 2\n255\n255 0 0 0 255 0 0 0 255\n10 20 30 40 50 60 200 100 50\n",
            "P6 3 2 255 \u00ff\0\0\0\u00ff\0\0\0\u00ff\n" + "\u0014\u001e(2<\u00c8d2",
            "P2 3 2 15 1 2 3 4 5 6\n",
            "P5 3 2 65535 \0\1\0\2\0\3\0\4\0\5\0\6")
        .stream()
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }

  /** Makes the sums of a PNG file's chunks fit what earlier mutations made of them, after one more. */
  private static byte[] sums(byte[] bytes, Random random) {
    if (bytes.length > 40) {
      bytes[16 + random.nextInt(bytes.length - 16)] ^= (byte) (1 << random.nextInt(8));
    }
    ByteBuffer png = ByteBuffer.wrap(bytes);
    for (int at = 8; at + 12 <= bytes.length; ) {
      long length = png.getInt(at) & 0xffffffffL;
      if (length > bytes.length - at - 12) {
        break;
      }
      CRC32 sum = new CRC32();
      sum.update(bytes, at + 4, (int) length + 4);
      png.putInt(at + 8 + (int) length, (int) sum.getValue());
      at += 12 + (int) length;
    }
    return bytes;
  }
}
