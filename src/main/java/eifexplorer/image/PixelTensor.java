package eifexplorer.image;

/** A picture as a network takes it: normalised float32 {@code [3,height,width]}. */
public final class PixelTensor {
  private final ImageSize size;
  private final float[] values;

  /** Wraps values, which must not be changed any more. */
  PixelTensor(ImageSize size, float[] values) {
    this.size = size;
    this.values = values;
  }

  /** Height in pixels. */
  public int height() {
    return size.height();
  }

  /** Width in pixels. */
  public int width() {
    return size.width();
  }

  /** One value; {@code channel} 0 is red, 1 green, 2 blue. */
  public float get(int channel, int y, int x) {
    return values[(channel * size.height() + y) * size.width() + x];
  }

  /** A copy of all values, {@code [3,height,width]}. */
  public float[] toArray() {
    return values.clone();
  }
}
