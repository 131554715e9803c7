package eifexplorer.ui.explore.verdict;

import eifexplorer.retrain.TrialVerdict;

/** What stands above the strips of a pair, class pair or group. */
public sealed interface Verdict {
  /**
   * Something about the pair itself, for which no training image is needed.
   *
   * @param text a sentence
   */
  record Finding(String text) implements Verdict {}

  /**
   * Whose the harm is, and what becomes of the pair without it.
   *
   * @param who in a sentence
   * @param trial how far it was tried
   */
  record Harm(String who, Trial trial) implements Verdict {}

  /** How far leaving out was tried. */
  sealed interface Trial {}

  /** It is being tried, or will be in a moment. */
  record Trying() implements Trial {}

  /** It was tried. */
  record Tried(TrialVerdict effect) implements Trial {}

  /**
   * It was not tried.
   *
   * @param why in a sentence
   * @param offer what a button that tries it says; empty if it can't be tried
   */
  record Untried(String why, String offer) implements Trial {}
}
