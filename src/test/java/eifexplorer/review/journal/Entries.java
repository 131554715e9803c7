package eifexplorer.review.journal;

import java.time.Instant;

/** Entries for tests. */
public final class Entries {
  private Entries() {}

  /** A decision of an annotator; relabelled from {@code before} to {@code after}. */
  public static JournalEntry entry(
      DecisionKind kind, String annotator, String sample, String before, String after) {
    return new JournalEntry(
        Instant.parse("2026-01-02T03:04:05Z"),
        kind,
        annotator,
        sample,
        before,
        after,
        "margin -0.31",
        "model",
        1.5,
        "",
        "",
        "",
        "",
        "");
  }

  /** Another label for an image of class a. */
  public static JournalEntry label(String annotator, String sample, String after) {
    return entry(DecisionKind.LABEL, annotator, sample, "a", after);
  }

  /** The image stays in class a. */
  public static JournalEntry keep(String annotator, String sample) {
    return entry(DecisionKind.KEEP, annotator, sample, "a", "a");
  }

  /** The image is left out of class a. */
  public static JournalEntry exclude(String annotator, String sample) {
    return entry(DecisionKind.EXCLUDE, annotator, sample, "a", "");
  }
}
