package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Texts;

/** Which pairs are listed, by whether they were looked at. */
public enum ReviewState {
  ALL(Texts.of("all")),
  NOT_REVIEWED(Texts.of("not reviewed")),
  REVIEWED(Texts.of("reviewed"));

  private final String title;

  ReviewState(String title) {
    this.title = title;
  }

  /** The words on a button or a chip. */
  public String title() {
    return title;
  }

  /** True for pairs that were, or were not, looked at. */
  boolean admits(boolean reviewed) {
    return this == ALL || (this == REVIEWED) == reviewed;
  }
}
