package eifexplorer.project.findings;

/** What can be shown, in the order it is told. */
public enum FindingKind {
  /** The nearest two test images of different classes, whose images hold them together, and what becomes of them without. */
  CLOSEST_CONFUSION("The closest confusion"),
  /** A photograph that is there more than once, with different labels. */
  TWO_LABELS("One photograph, two labels"),
  /** The class whose training images harm the confused pairs most. */
  CULPRIT("The class that harms most"),
  /** The training images whose labels are most likely wrong. */
  WRONG_LABELS("Labels that are likely wrong"),
  /** What a model trained on corrected labels does differently. */
  CORRECTION("Before and after the correction");

  private final String heading;

  FindingKind(String heading) {
    this.heading = heading;
  }

  /** A few words for people. */
  public String heading() {
    return heading;
  }
}
