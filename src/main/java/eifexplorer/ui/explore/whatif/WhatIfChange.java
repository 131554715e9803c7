package eifexplorer.ui.explore.whatif;

/** What is done to training images. */
public enum WhatIfChange {
  /** Harmful and helpful ones count another number of times; none is leaving them out. */
  REWEIGHT("Re-weight"),
  /** They get another label. */
  RELABEL("Relabel");

  private final String title;

  WhatIfChange(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
