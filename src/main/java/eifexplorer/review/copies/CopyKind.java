package eifexplorer.review.copies;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How two images of a data set are one photograph, the surest first. */
public enum CopyKind {
  /** Both files hold the same bytes. */
  @JsonProperty("same file")
  SAME_FILE("the same file"),
  /** The files differ, but hold the same pixels. */
  @JsonProperty("same picture")
  SAME_PICTURE("the same picture"),
  /** One was saved again, at another size or quality, or its colours were changed. */
  @JsonProperty("near copy")
  NEAR_COPY("a near copy"),
  /** One is the other's mirror image. */
  @JsonProperty("mirrored")
  MIRRORED("mirrored"),
  /** One is cut out of the other. */
  @JsonProperty("crop")
  CROP("a crop"),
  /** No pictures are there, but the model's features are the same, value for value. */
  @JsonProperty("same features")
  SAME_FEATURES("the same features");

  private final String words;

  CopyKind(String words) {
    this.words = words;
  }

  /** For people, such as {@code a near copy}. */
  public String words() {
    return words;
  }

  /** In tables and files, such as {@code near copy}. */
  public String term() {
    return words.replaceFirst("^(the|a) ", "");
  }
}
