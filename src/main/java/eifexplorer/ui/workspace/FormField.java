package eifexplorer.ui.workspace;

import eifexplorer.ui.kit.Texts;

/** The fields of the form for a new workspace. */
public enum FormField {
  ROOT(Texts.of("Data set")),
  FORMAT(Texts.of("Format")),
  TRAIN_CLASSES(Texts.of("Training classes")),
  TEST_CLASSES(Texts.of("Test classes")),
  WEIGHTS(Texts.of("Back bone weights")),
  LOSS(Texts.of("Loss")),
  SEED(Texts.of("Seed")),
  WORKSPACE(Texts.of("Workspace folder"));

  private final String title;

  FormField(String title) {
    this.title = title;
  }

  /** The words beside the field. */
  public String title() {
    return title;
  }
}
