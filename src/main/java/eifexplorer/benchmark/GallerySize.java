package eifexplorer.benchmark;

import eifexplorer.problem.ProblemException;

/**
 * How large a workspace for measuring the gallery is.
 *
 * @param images training and test images together, even, at least 400
 * @param pairs confused pairs, a multiple of 4, at most half the images
 */
public record GallerySize(int images, int pairs) {
  /** Throws {@link ProblemException} for sizes that can't be made. */
  public GallerySize {
    if (images < 400 || images % 2 != 0) {
      throw ProblemException.badValue("images", images, "an even number, 400 or more");
    }
    if (pairs < 4 || pairs % 4 != 0 || pairs > images / 2) {
      throw ProblemException.badValue(
          "pairs", pairs, "a multiple of 4, at most half the images (" + images / 2 + ")");
    }
  }

  /** Test images; as many are trained on. */
  int test() {
    return images / 2;
  }
}
