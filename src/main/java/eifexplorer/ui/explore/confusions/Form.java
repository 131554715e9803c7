package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Texts;

/** What the left column lists. */
public enum Form {
  PAIRS(Texts.of("Pairs")),
  CLASS_PAIRS(Texts.of("Class pairs")),
  CLASSES(Texts.of("Classes"));

  private final String title;

  Form(String title) {
    this.title = title;
  }

  /** The word on the button. */
  public String title() {
    return title;
  }
}
