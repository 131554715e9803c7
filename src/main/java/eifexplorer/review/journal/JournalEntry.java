package eifexplorer.review.journal;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;

/**
 * A line of the journal.
 *
 * @param time when it was decided
 * @param kind what was decided
 * @param annotator who decided
 * @param sample path of the training image in the data set; of an undo or redo, that of the decision it is about
 * @param before name of the class before; empty if the image was left out
 * @param after name of the class after; empty if the image is left out
 * @param reason why it was looked at, such as {@code margin -0.31}; may be empty
 * @param model the model that made it suspect; may be empty
 * @param seconds time the decision took, at least 0
 */
@RecordBuilder
public record JournalEntry(
    Instant time,
    DecisionKind kind,
    String annotator,
    String sample,
    String before,
    String after,
    String reason,
    String model,
    double seconds)
    implements JournalEntryBuilder.With {
  /** Absent texts become empty. */
  public JournalEntry {
    Objects.requireNonNull(time);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(annotator);
    Objects.requireNonNull(sample);
    before = before == null ? "" : before;
    after = after == null ? "" : after;
    reason = reason == null ? "" : reason;
    model = model == null ? "" : model;
  }
}
