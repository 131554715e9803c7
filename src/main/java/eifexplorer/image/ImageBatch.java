package eifexplorer.image;

/** Pictures of one size, ready for a network: {@code [count,3,height,width]}. */
public final class ImageBatch {
  private final ImageSize size;
  private final int[] indices;
  private final float[] pixels;

  /** Takes over both arrays. */
  ImageBatch(ImageSize size, int[] indices, float[] pixels) {
    this.size = size;
    this.indices = indices;
    this.pixels = pixels;
  }

  /** Number of pictures, at least 1. */
  public int count() {
    return indices.length;
  }

  /** Height of each picture in pixels. */
  public int height() {
    return size.height();
  }

  /** Width of each picture in pixels. */
  public int width() {
    return size.width();
  }

  /** Which sample the {@code i}-th picture is: its place in the list of files. */
  public int index(int i) {
    return indices[i];
  }

  /** Which samples the pictures are, {@code [count]}: places in the list of files. */
  public int[] indices() {
    return indices.clone();
  }

  /** The values, {@code [count,3,height,width]}: the batch's own array, made for its one consumer and not copied. */
  public float[] pixels() {
    return pixels;
  }
}
