package eifexplorer.review;

import eifexplorer.review.journal.DecisionKind;

/**
 * What an annotator says of an image.
 *
 * @param kind a decision
 * @param className the class of a new label, or what a conflict is resolved to (empty text: left out); else empty
 */
public record Verdict(DecisionKind kind, String className) {
  /** The given label is right. */
  public static final Verdict KEEP = new Verdict(DecisionKind.KEEP, "");

  /** The annotator can't tell. */
  public static final Verdict UNSURE = new Verdict(DecisionKind.UNSURE, "");

  /** The image is no use for training. */
  public static final Verdict EXCLUDE = new Verdict(DecisionKind.EXCLUDE, "");

  /** The image has another label. */
  public static Verdict label(String className) {
    return new Verdict(DecisionKind.LABEL, className);
  }

  /** What holds where annotators disagree; the empty text leaves the image out. */
  public static Verdict resolve(String className) {
    return new Verdict(DecisionKind.RESOLVE, className);
  }

  /** Name of the class after it; empty if the image is left out. */
  String after(String before) {
    return switch (kind) {
      case KEEP, UNSURE -> before;
      case EXCLUDE -> "";
      default -> className;
    };
  }
}
