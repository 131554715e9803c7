package eifexplorer.ui.map;

import eifexplorer.ui.kit.Texts;

/** What dragging over the map does. */
public enum MapTool {
  MOVE(Texts.of("Move")),
  LASSO(Texts.of("Lasso")),
  RECTANGLE(Texts.of("Rectangle"));

  private final String title;

  MapTool(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
