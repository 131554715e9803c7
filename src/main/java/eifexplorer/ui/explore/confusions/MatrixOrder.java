package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Texts;

/** The orders of the matrix's classes; rows and columns have the same. */
public enum MatrixOrder {
  LOOK_ALIKES(Texts.of("look-alikes together")),
  MOST_WRONG(Texts.of("most wrong first")),
  NAME(Texts.of("by name"));

  private final String title;

  MatrixOrder(String title) {
    this.title = title;
  }

  /** The words in the list of orders. */
  public String title() {
    return title;
  }

  @Override
  public String toString() {
    return title;
  }
}
