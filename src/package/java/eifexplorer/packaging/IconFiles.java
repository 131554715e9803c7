package eifexplorer.packaging;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** Draws the program's icon as each system wants it: {@code .png} for Linux, {@code .ico} for Windows, {@code .icns} for macOS. */
public final class IconFiles {
  private static final int[] WINDOWS_SIZES = {16, 32, 48, 64, 128, 256};

  /** Apple's names of pictures with so many pixels a side. */
  private static final Map<String, Integer> APPLE_SIZES =
      new LinkedHashMap<>(Map.of("ic07", 128, "ic08", 256, "ic09", 512));

  private IconFiles() {}

  /**
   * Entry point.
   *
   * @param arguments the drawing, and the folder that gets {@code icon.png}, {@code icon.ico} and {@code icon.icns}
   * @throws IOException if the drawing can't be read or nothing can be written
   * @throws TranscoderException if it is no SVG
   */
  public static void main(String[] arguments) throws IOException, TranscoderException {
    Path drawing = Path.of(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    Files.write(folder.resolve("icon.png"), png(drawing, 512));
    Files.write(folder.resolve("icon.ico"), ico(drawing));
    Files.write(folder.resolve("icon.icns"), icns(drawing));
  }

  private static byte[] png(Path drawing, int side) throws IOException, TranscoderException {
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) side);
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_HEIGHT, (float) side);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    transcoder.transcode(new TranscoderInput(drawing.toUri().toString()), new TranscoderOutput(bytes));
    return bytes.toByteArray();
  }

  /** A directory of entries of 16 bytes, then the pictures. */
  private static byte[] ico(Path drawing) throws IOException, TranscoderException {
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    int head = 6 + 16 * WINDOWS_SIZES.length;
    ByteBuffer directory = ByteBuffer.allocate(head).order(ByteOrder.LITTLE_ENDIAN);
    directory.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS_SIZES.length);
    for (int side : WINDOWS_SIZES) {
      byte[] picture = png(drawing, side);
      byte shown = (byte) (side == 256 ? 0 : side);
      directory.put(shown).put(shown).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      directory.putInt(picture.length).putInt(head + pictures.size());
      pictures.write(picture);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(directory.array());
    pictures.writeTo(file);
    return file.toByteArray();
  }

  private static byte[] icns(Path drawing) throws IOException, TranscoderException {
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    DataOutputStream entries = new DataOutputStream(pictures);
    for (Map.Entry<String, Integer> size : APPLE_SIZES.entrySet()) {
      byte[] picture = png(drawing, size.getValue());
      entries.writeBytes(size.getKey());
      entries.writeInt(8 + picture.length);
      entries.write(picture);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream head = new DataOutputStream(file);
    head.writeBytes("icns");
    head.writeInt(8 + pictures.size());
    pictures.writeTo(head);
    return file.toByteArray();
  }
}
