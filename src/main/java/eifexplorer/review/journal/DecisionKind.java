package eifexplorer.review.journal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an entry of the journal says. */
public enum DecisionKind {
  /** The image has another label. */
  @JsonProperty("label")
  LABEL,
  /** The given label is right. */
  @JsonProperty("keep")
  KEEP,
  /** The annotator can't tell; the label stays. */
  @JsonProperty("unsure")
  UNSURE,
  /** The image is no use for training. */
  @JsonProperty("exclude")
  EXCLUDE,
  /** What holds where annotators disagree. */
  @JsonProperty("resolve")
  RESOLVE,
  /** The annotator's last decision that holds no longer does. */
  @JsonProperty("undo")
  UNDO,
  /** The decision undone last holds again. */
  @JsonProperty("redo")
  REDO;

  /** True for what says something about an image, rather than about another entry. */
  public boolean isDecision() {
    return this != UNDO && this != REDO;
  }

  /** True if an annotator says what the label is, or that the image has none. */
  public boolean isClaim() {
    return this == LABEL || this == KEEP || this == EXCLUDE;
  }
}
