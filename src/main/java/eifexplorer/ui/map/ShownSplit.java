package eifexplorer.ui.map;

import eifexplorer.ui.kit.Texts;

/** Which images are on the map. */
public enum ShownSplit {
  BOTH(Texts.of("Both")),
  TRAIN(Texts.of("Training")),
  TEST(Texts.of("Test"));

  private final String title;

  ShownSplit(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** Whether a split is on the map. */
  boolean shows(boolean train) {
    return this == BOTH || (this == TRAIN) == train;
  }
}
