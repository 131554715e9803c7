package eifexplorer.review;

import eifexplorer.review.journal.DecisionKind;

/**
 * What an annotator says of an image.
 *
 * @param kind a decision
 * @param className the class of a new label, or what a conflict is resolved to (empty text: left out); else empty
 * @param also another class that the image shows too; empty for none
 * @param proposed a class that the data set lacks and should have for the image; empty for none
 */
public record Verdict(DecisionKind kind, String className, String also, String proposed) {
  /** The given label is right. */
  public static final Verdict KEEP = of(DecisionKind.KEEP, "");

  /** The annotator can't tell. */
  public static final Verdict UNSURE = of(DecisionKind.UNSURE, "");

  /** The image is no use for training. */
  public static final Verdict EXCLUDE = of(DecisionKind.EXCLUDE, "");

  /** The image belongs to none of the classes. */
  public static final Verdict NONE = of(DecisionKind.NONE, "");

  /** What the annotator said before no longer holds. */
  public static final Verdict WITHDRAW = of(DecisionKind.WITHDRAW, "");

  private static Verdict of(DecisionKind kind, String className) {
    return new Verdict(kind, className, "", "");
  }

  /** The image has another label. */
  public static Verdict label(String className) {
    return of(DecisionKind.LABEL, className);
  }

  /** What holds where annotators disagree; the empty text leaves the image out. */
  public static Verdict resolve(String className) {
    return of(DecisionKind.RESOLVE, className);
  }

  /** The image belongs to none of the classes but to this one, which the data set lacks. */
  public static Verdict newClass(String name) {
    return new Verdict(DecisionKind.NONE, "", "", name);
  }

  /** The same of an image that shows a second class too. */
  public Verdict withAlso(String second) {
    return new Verdict(kind, className, second, proposed);
  }

  /** Name of the class after it; empty if the image is left out. */
  String after(String before) {
    return switch (kind) {
      case KEEP, UNSURE -> before;
      case EXCLUDE, NONE -> "";
      default -> className;
    };
  }
}
