package eifexplorer.ui.explore.whatif;

import eifexplorer.ui.kit.Texts;

/** What is done to training images. */
public enum WhatIfChange {
  /** Harmful and helpful ones count another number of times; none is leaving them out. */
  REWEIGHT(Texts.of("Re-weight")),
  /** They get another label. */
  RELABEL(Texts.of("Relabel"));

  private final String title;

  WhatIfChange(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
