package eifexplorer.review.copies;

/**
 * Two images that are one photograph.
 *
 * @param first row of an image: training images first, then test images
 * @param second row of the other, above {@code first}
 * @param kind how they are copies
 * @param likeness correlation of the two pictures once laid over each other, 0..1; 1 for the same file
 */
public record CopyLink(int first, int second, CopyKind kind, double likeness) {
  /** Throws {@link IllegalArgumentException} if the rows are not two in order. */
  public CopyLink {
    if (first < 0 || second <= first) {
      throw new IllegalArgumentException("rows " + first + " and " + second);
    }
  }

  static CopyLink of(int a, int b, CopyKind kind, double likeness) {
    return new CopyLink(Math.min(a, b), Math.max(a, b), kind, likeness);
  }
}
