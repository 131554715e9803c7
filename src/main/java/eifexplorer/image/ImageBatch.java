package eifexplorer.image;

/** Pictures of one size, ready for a network: {@code [count,3,height,width]}. */
public final class ImageBatch {
  private final ImageSize size;
  private final int planned;
  private final int[] indices;
  private final float[] pixels;

  /** Takes over both arrays. */
  ImageBatch(ImageSize size, int planned, int[] indices, float[] pixels) {
    this.size = size;
    this.planned = planned;
    this.indices = indices;
    this.pixels = pixels;
  }

  /** Which batch of a training plan it was, from 0; 0 in evaluation. */
  public int planned() {
    return planned;
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
