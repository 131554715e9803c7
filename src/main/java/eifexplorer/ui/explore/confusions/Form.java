package eifexplorer.ui.explore.confusions;

/** What the left column lists. */
public enum Form {
  PAIRS("Pairs"),
  CLASS_PAIRS("Class pairs"),
  CLASSES("Classes");

  private final String title;

  Form(String title) {
    this.title = title;
  }

  /** The word on the button. */
  public String title() {
    return title;
  }
}
