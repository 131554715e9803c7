package eifexplorer.review;

/** What is known of an image's label. */
public enum Outcome {
  /** Nobody decided, or those who did disagree. */
  UNDECIDED,
  /** Somebody looked at it and kept it. */
  RIGHT,
  /** Somebody looked at it and gave it another class, or none. */
  WRONG,
  /**
   * Decided in a way that says nothing of other labels: before the ranking's labels were made, by a probability alone, or
   * as no use for training.
   */
  SETTLED;

  /** True if somebody looked at the label and said whether it is right. */
  public boolean isAnswer() {
    return this == RIGHT || this == WRONG;
  }
}
