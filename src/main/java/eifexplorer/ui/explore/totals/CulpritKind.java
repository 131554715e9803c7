package eifexplorer.ui.explore.totals;

/** What is ranked by harm. */
public enum CulpritKind {
  /** Classes, each with all its training images. */
  CLASS("Classes"),
  /** Single training images. */
  IMAGE("Images");

  private final String title;

  CulpritKind(String title) {
    this.title = title;
  }

  /** The word on the button. */
  String title() {
    return title;
  }
}
