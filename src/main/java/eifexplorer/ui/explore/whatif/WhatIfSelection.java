package eifexplorer.ui.explore.whatif;

import eifexplorer.ui.kit.Texts;

/** Which training images are changed. */
public enum WhatIfSelection {
  /** Those picked by hand. */
  PICKED(Texts.of("Picked")),
  /** The strongest of both kinds, as many of each as asked for. */
  STRONGEST(Texts.of("Strongest")),
  /** All that harm and help, as in the paper. */
  ALL(Texts.of("All, as in the paper"));

  private final String title;

  WhatIfSelection(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
