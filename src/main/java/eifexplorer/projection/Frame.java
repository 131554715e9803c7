package eifexplorer.projection;

/**
 * A layout on its way.
 *
 * @param layout the places after so many epochs
 * @param epoch how many are done
 * @param epochs how many there will be
 * @param learner what a method needs besides to go on; empty for the last frame
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record Frame(Layout layout, int epoch, int epochs, double[] learner) {
  /** A frame that nothing goes on from. */
  Frame(Layout layout, int epoch, int epochs) {
    this(layout, epoch, epochs, new double[0]);
  }

  /** Whether nothing is left to do. */
  public boolean isLast() {
    return epoch >= epochs;
  }
}
