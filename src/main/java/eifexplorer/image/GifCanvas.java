package eifexplorer.image;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.IIOException;

/**
 * Where a GIF's first frame lies on its canvas (GIF 89a). Like Pillow, the canvas grows with a frame that reaches beyond
 * it, and what the frame leaves free has the frame's transparent colour, else its first.
 *
 * @param size of the canvas
 * @param frame the first frame's place on it
 * @param background {@code 0xRRGGBB} around the frame
 */
record GifCanvas(ImageSize size, PixelRectangle frame, int background) {
  private static final int HEADER = 6;
  private static final int EXTENSION = 0x21;
  private static final int CONTROL = 0xF9;
  private static final int IMAGE = 0x2C;
  private static final int PALETTE_FLAG = 0x80;

  /** Whether a file starts like GIF. */
  static boolean startsLikeGif(byte[] bytes) {
    return bytes.length > HEADER && bytes[0] == 'G' && bytes[1] == 'I' && bytes[2] == 'F';
  }

  /** Reads what stands before the first frame's pixels. Throws {@link IIOException} if that is damaged. */
  static GifCanvas of(byte[] gif) throws IOException {
    try {
      return parse(ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IIOException("the GIF has no frame", e);
    }
  }

  private static GifCanvas parse(ByteBuffer gif) throws IIOException {
    gif.position(HEADER);
    int width = gif.getShort() & 0xffff;
    int height = gif.getShort() & 0xffff;
    int flags = gif.get();
    gif.getShort();
    byte[] palette = palette(gif, flags);
    int transparent = 0;
    int block = gif.get();
    while (block == EXTENSION) {
      boolean control = (gif.get() & 0xff) == CONTROL;
      int length = gif.get() & 0xff;
      if (control && length >= 4 && (gif.get(gif.position()) & 1) != 0) {
        transparent = gif.get(gif.position() + 3) & 0xff;
      }
      while (length != 0) {
        gif.position(gif.position() + length);
        length = gif.get() & 0xff;
      }
      block = gif.get();
    }
    if (block != IMAGE) {
      throw new IIOException("the GIF has no frame");
    }
    PixelRectangle frame =
        new PixelRectangle(
            gif.getShort() & 0xffff,
            gif.getShort() & 0xffff,
            gif.getShort() & 0xffff,
            gif.getShort() & 0xffff);
    byte[] own = palette(gif, gif.get());
    return new GifCanvas(
        new ImageSize(
            Math.max(width, frame.x() + frame.width()),
            Math.max(height, frame.y() + frame.height())),
        frame,
        colour(own.length == 0 ? palette : own, transparent));
  }

  private static byte[] palette(ByteBuffer gif, int flags) {
    byte[] palette = new byte[(flags & PALETTE_FLAG) == 0 ? 0 : 3 * (2 << (flags & 7))];
    gif.get(palette);
    return palette;
  }

  private static int colour(byte[] palette, int index) {
    int at = 3 * index;
    return at + 3 > palette.length
        ? 0
        : (palette[at] & 0xff) << 16 | (palette[at + 1] & 0xff) << 8 | (palette[at + 2] & 0xff);
  }

  /** Whether the frame is all of the picture. */
  boolean isCovered() {
    return frame.equals(PixelRectangle.all(size));
  }

  /** The canvas with the first frame's picture on it. */
  RgbImage with(RgbImage picture) {
    byte[] rgb = new byte[Math.toIntExact(size.pixels() * RgbImage.CHANNELS)];
    for (int channel = 0; background != 0 && channel < rgb.length; channel += 3) {
      rgb[channel] = (byte) (background >> 16);
      rgb[channel + 1] = (byte) (background >> 8);
      rgb[channel + 2] = (byte) background;
    }
    for (int y = 0; y < picture.height(); y++) {
      picture.copyRow(y, rgb, ((frame.y() + y) * size.width() + frame.x()) * RgbImage.CHANNELS);
    }
    return RgbImage.wrap(size.width(), size.height(), rgb);
  }
}
