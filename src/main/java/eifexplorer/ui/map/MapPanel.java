package eifexplorer.ui.map;

import eifexplorer.ui.kit.Texts;

/** What the column to the right of the map shows. */
public enum MapPanel {
  PAIR(Texts.of("Pair")),
  PICKED(Texts.of("Picked")),
  BEFORE_AND_AFTER(Texts.of("Before · after"));

  private final String title;

  MapPanel(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
