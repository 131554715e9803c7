package eifexplorer.benchmark;

import eifexplorer.problem.ProblemException;

/**
 * How large a made-up map is.
 *
 * @param points training and test images together, 100 to 10 million
 * @param layOut whether they are laid out, rather than put at made-up places
 */
public record MapSize(int points, boolean layOut) {
  private static final int FEWEST = 100;
  private static final int MOST = 10_000_000;

  /** Throws {@link ProblemException} if there are too few or too many. */
  public MapSize {
    if (points < FEWEST || points > MOST) {
      throw ProblemException.badValue("--points", points, FEWEST + " to " + MOST);
    }
  }
}
