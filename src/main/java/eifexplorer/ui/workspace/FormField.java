package eifexplorer.ui.workspace;

/** The fields of the form for a new workspace. */
public enum FormField {
  ROOT("Data set"),
  FORMAT("Format"),
  TRAIN_CLASSES("Training classes"),
  TEST_CLASSES("Test classes"),
  WEIGHTS("Back bone weights"),
  LOSS("Loss"),
  SEED("Seed"),
  WORKSPACE("Workspace folder");

  private final String title;

  FormField(String title) {
    this.title = title;
  }

  /** The words beside the field. */
  public String title() {
    return title;
  }
}
