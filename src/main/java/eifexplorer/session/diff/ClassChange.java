package eifexplorer.session.diff;

import java.util.Comparator;

/**
 * What two models make of the test images of a class.
 *
 * @param label before
 * @param name for people
 * @param images compared
 * @param wrongBefore of these, wrong before
 * @param fixed of these, right after
 * @param broken right before and wrong after
 */
public record ClassChange(
    int label, String name, int images, int wrongBefore, int fixed, int broken) {
  /** The largest gain or loss first; ties by what changed, then by name. */
  public static final Comparator<ClassChange> BY_CHANGE =
      Comparator.comparingInt((ClassChange c) -> -Math.abs(c.net()))
          .thenComparingInt(c -> -(c.fixed + c.broken))
          .thenComparing(ClassChange::name);

  /** How many more are right after than before; below 0 for a loss. */
  public int net() {
    return fixed - broken;
  }

  /** Images that are wrong after. */
  public int wrongAfter() {
    return wrongBefore - net();
  }
}
