package eifexplorer.ui.explore.confusions;

/** The orders of the matrix's classes; rows and columns have the same. */
public enum MatrixOrder {
  LOOK_ALIKES("look-alikes together"),
  MOST_WRONG("most wrong first"),
  NAME("by name");

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
