package eifexplorer.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures and picture files made for tests. */
final class TestImages {
  private TestImages() {}

  /** A picture of the given pixels, {@code 0xRRGGBB}, row by row. */
  static RgbImage of(int width, int... pixels) {
    byte[] rgb = new byte[pixels.length * 3];
    for (int i = 0; i < pixels.length; i++) {
      rgb[3 * i] = (byte) (pixels[i] >> 16);
      rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
      rgb[3 * i + 2] = (byte) pixels[i];
    }
    return RgbImage.wrap(width, pixels.length / width, rgb);
  }

  /** Smooth colours with some seeded noise, as a camera gives. */
  static RgbImage photo(int width, int height, long seed) {
    Random random = new Random(seed);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int red = i % width * 200 / width + random.nextInt(32);
      int green = i / width * 200 / height + random.nextInt(32);
      pixels[i] = red << 16 | green << 8 | (red + green) / 2;
    }
    return of(width, pixels);
  }

  /** The bytes of a picture as numbers 0 to 255, {@code [h,w,3]}. */
  static int[] levels(RgbImage image) {
    byte[] bytes = image.toBytes();
    int[] levels = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      levels[i] = bytes[i] & 0xff;
    }
    return levels;
  }

  /** The largest difference of two pictures of one size in any channel of any pixel. */
  static int distance(RgbImage a, RgbImage b) {
    int[] first = levels(a);
    int[] second = levels(b);
    int largest = first.length == second.length ? 0 : 256;
    for (int i = 0; i < Math.min(first.length, second.length); i++) {
      largest = Math.max(largest, Math.abs(first[i] - second[i]));
    }
    return largest;
  }

  /** A copy for ImageIO, of a {@link BufferedImage} type. */
  static BufferedImage buffered(RgbImage image, int type) {
    BufferedImage copy = new BufferedImage(image.width(), image.height(), type);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        copy.setRGB(x, y, 0xff000000 | image.pixel(x, y));
      }
    }
    return copy;
  }

  /** A file's bytes in one of ImageIO's formats. */
  static byte[] encode(RenderedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("no writer for " + format);
    }
    return out.toByteArray();
  }

  /** A JPEG file of the given components, without any application segment. */
  static byte[] jpegOfComponents(Raster raster, boolean progressive) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(1f);
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The JPEG file with an application segment put first. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(0xFFD8);
    out.writeShort(0xFF00 | marker);
    out.writeShort(data.length + 2);
    out.write(data);
    out.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }

  /** Adobe's APP14 segment: 0 for untransformed components, 1 for YCbCr, 2 for YCCK. */
  static byte[] adobe(int transform) {
    byte[] data = "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    data[11] = (byte) transform;
    return data;
  }

  /** An EXIF segment that holds nothing but the orientation. */
  static byte[] exif(int orientation, boolean littleEndian) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes("Exif\0\0");
    if (littleEndian) {
      out.writeBytes("II*\0\b\0\0\0\1\0");
      out.write(new byte[] {0x12, 1, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0});
    } else {
      out.writeBytes("MM\0*\0\0\0\b\0\1");
      out.write(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
    }
    out.writeInt(0);
    return bytes.toByteArray();
  }

  /** A PNG file whose header claims the given size but which holds next to nothing. */
  static byte[] pngClaiming(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0x89504E470D0A1A0AL);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(data);
    out.writeInt(data.length);
    out.writeBytes(type);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }

  /** Writes a PNG file, which loses nothing. */
  static Path writePng(RgbImage image, Path file) throws IOException {
    return Files.write(file, encode(buffered(image, BufferedImage.TYPE_INT_RGB), "png"));
  }
}
