package eifexplorer.ui.map;

/** What the column to the right of the map shows. */
public enum MapPanel {
  PAIR("Pair"),
  PICKED("Picked"),
  BEFORE_AND_AFTER("Before · after");

  private final String title;

  MapPanel(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
