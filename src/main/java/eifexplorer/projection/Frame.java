package eifexplorer.projection;

/**
 * A layout on its way.
 *
 * @param layout the places after so many epochs
 * @param epoch how many are done
 * @param epochs how many there will be
 * @param isResumable whether places and epoch are all that is needed to go on
 */
public record Frame(Layout layout, int epoch, int epochs, boolean isResumable) {
  /** A frame that can be gone on from. */
  Frame(Layout layout, int epoch, int epochs) {
    this(layout, epoch, epochs, true);
  }

  /** Whether nothing is left to do. */
  public boolean isLast() {
    return epoch >= epochs;
  }
}
