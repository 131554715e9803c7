package eifexplorer.ui.workspace;

/** The fields typed into to add a model. */
public enum ModelField {
  WEIGHTS("Weights"),
  PROXIES("Proxies"),
  HEAD("Last layer"),
  RESIZE("Resize to"),
  CROP("Crop to"),
  PREPROCESSING("Images"),
  OUTPUT("Output");

  private final String title;

  ModelField(String title) {
    this.title = title;
  }

  /** The words beside the field. */
  public String title() {
    return title;
  }
}
