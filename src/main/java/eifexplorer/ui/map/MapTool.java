package eifexplorer.ui.map;

/** What dragging over the map does. */
public enum MapTool {
  MOVE("Move"),
  LASSO("Lasso"),
  RECTANGLE("Rectangle");

  private final String title;

  MapTool(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
