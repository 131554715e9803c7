package eifexplorer.image;

import eifexplorer.problem.ProblemException;

/**
 * Width and height of a picture.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 */
public record ImageSize(int width, int height) {
  /** Throws {@link ProblemException} if a side is below 1. */
  public ImageSize {
    if (width < 1 || height < 1) {
      throw ProblemException.badValue(
          "The picture's size", width + " x " + height, "1 x 1 and more");
    }
  }

  /** The size of a picture of this size that is turned onto its side. */
  @SuppressWarnings("ArgumentSelectionDefectChecker")
  ImageSize turned() {
    return new ImageSize(height, width);
  }

  /** Number of pixels. */
  public long pixels() {
    return (long) width * height;
  }

  /** The longer side in pixels. */
  public int longSide() {
    return Math.max(width, height);
  }

  /** The size as people write it, such as {@code 640 x 480}. */
  @Override
  public String toString() {
    return width + " x " + height;
  }
}
