package eifexplorer.dataset;

import eifexplorer.problem.ProblemException;

/**
 * Where in an image what it shows is, as the data set's annotators drew it, in pixels of the image as stored. Nobody
 * promises that it lies within the image.
 *
 * @param left column of its left edge
 * @param top row of its upper edge
 * @param width above 0
 * @param height above 0
 */
public record SubjectBox(double left, double top, double width, double height) {
  /** Throws {@link ProblemException} if a number is not finite or a side not above 0. */
  public SubjectBox {
    boolean finite = Double.isFinite(left + top + width + height);
    if (!finite || width <= 0 || height <= 0) {
      throw ProblemException.badValue(
          "bounding box",
          left + " " + top + " " + width + " " + height,
          "left and upper edge, width and height above 0");
    }
  }
}
