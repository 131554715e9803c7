package eifexplorer.ui.explore.whatif;

/** Which training images are changed. */
public enum WhatIfSelection {
  /** Those picked by hand. */
  PICKED("Picked"),
  /** The strongest of both kinds, as many of each as asked for. */
  STRONGEST("Strongest"),
  /** All that harm and help, as in the paper. */
  ALL("All, as in the paper");

  private final String title;

  WhatIfSelection(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
