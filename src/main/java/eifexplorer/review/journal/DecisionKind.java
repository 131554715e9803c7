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
  /** The image is no use for training; a test image is left out of measuring. */
  @JsonProperty("exclude")
  EXCLUDE,
  /** The image belongs to none of the classes, so that it is left out too. */
  @JsonProperty("none")
  NONE,
  /** What the annotator decided about the image no longer holds, and nothing does in its place. */
  @JsonProperty("withdraw")
  WITHDRAW,
  /** The annotator remarks something about the image; no decision. */
  @JsonProperty("note")
  NOTE,
  /** What holds where annotators disagree. */
  @JsonProperty("resolve")
  RESOLVE,
  /** The annotator's last decision that holds no longer does. */
  @JsonProperty("undo")
  UNDO,
  /** The decision undone last holds again. */
  @JsonProperty("redo")
  REDO;

  /** True for what decides about an image, rather than remarks something or speaks of another entry. */
  public boolean isDecision() {
    return this != UNDO && this != REDO && this != NOTE;
  }

  /** True if an annotator says what the label is, or that the image has none. */
  public boolean isClaim() {
    return this == LABEL || this == KEEP || leavesOut();
  }

  /** True if an annotator says that the image has no label to train on. */
  public boolean leavesOut() {
    return this == EXCLUDE || this == NONE;
  }
}
