package eifexplorer.ui.explore.confusions;

/** Which pairs are listed, by whether they were looked at. */
public enum ReviewState {
  ALL("all"),
  NOT_REVIEWED("not reviewed"),
  REVIEWED("reviewed");

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
