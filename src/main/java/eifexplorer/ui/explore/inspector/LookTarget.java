package eifexplorer.ui.explore.inspector;

import eifexplorer.ui.kit.Texts;

/** What the photographs of a pair are held against to see where a model looks. */
public enum LookTarget {
  /** Each photograph against the other. */
  EACH_OTHER(Texts.of("each other")),
  /** Both against the chosen training image. */
  TRAINING_IMAGE(Texts.of("training image"));

  private final String title;

  LookTarget(String title) {
    this.title = title;
  }

  /** In words. */
  public String title() {
    return title;
  }
}
