package eifexplorer.ui.workspace;

import eifexplorer.ui.kit.Texts;

/** The fields typed into to add a model. */
public enum ModelField {
  WEIGHTS(Texts.of("Weights")),
  PROXIES(Texts.of("Proxies")),
  HEAD(Texts.of("Last layer")),
  RESIZE(Texts.of("Resize to")),
  CROP(Texts.of("Crop to")),
  PREPROCESSING(Texts.of("Images")),
  OUTPUT(Texts.of("Output"));

  private final String title;

  ModelField(String title) {
    this.title = title;
  }

  /** The words beside the field. */
  public String title() {
    return title;
  }
}
