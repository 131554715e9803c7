package eifexplorer.ui.explore.totals;

import eifexplorer.ui.kit.Texts;

/** What is ranked by harm. */
public enum CulpritKind {
  /** Classes, each with all its training images. */
  CLASS(Texts.of("Classes")),
  /** Single training images. */
  IMAGE(Texts.of("Images"));

  private final String title;

  CulpritKind(String title) {
    this.title = title;
  }

  /** The word on the button. */
  String title() {
    return title;
  }
}
