package eifexplorer.engine;

/**
 * The last feature maps of images, before they are pooled.
 *
 * @param values [n,C,h,w], row major
 * @param count n
 * @param channels C, the number of features
 * @param rows h, places from top to bottom
 * @param columns w, places from left to right
 */
public record FeatureMaps(float[] values, int count, int channels, int rows, int columns) {
  /** Number of places of an image. */
  public int places() {
    return rows * columns;
  }

  /** A channel of an image at a place, counted row by row. */
  public float at(int image, int channel, int place) {
    return values[(image * channels + channel) * places() + place];
  }
}
