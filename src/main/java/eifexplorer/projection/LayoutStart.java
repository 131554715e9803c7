package eifexplorer.projection;

/**
 * Where a layout begins.
 *
 * @param places [n,2], row major; NaN for points whose place is not known; empty for the principal plane
 * @param epoch how many epochs were done already, 0 for a beginning
 * @param learner what a method that learns had learnt by then, or the places of the earlier layout that it holds to, as
 *     {@link Frame#learner} gave it; empty for a beginning
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record LayoutStart(float[] places, int epoch, double[] learner) {
  /** From the principal plane. */
  public static final LayoutStart FRESH = new LayoutStart(new float[0], 0, new double[0]);

  /** From an earlier layout, so that the eye can follow. */
  public static LayoutStart from(float[] places) {
    return new LayoutStart(places, 0, new double[0]);
  }

  boolean isFresh() {
    return places.length == 0;
  }

  boolean isEarlierLayout() {
    return places.length > 0 && epoch == 0;
  }
}
