package eifexplorer.review.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;

/**
 * A line of the journal.
 *
 * @param time when it was decided
 * @param kind what was decided
 * @param annotator who decided
 * @param sample path of the image in the data set, of a training or a test image; of an undo or redo, that of the decision it is about
 * @param before name of the class before; empty if the image was left out
 * @param after name of the class after; empty if the image is left out
 * @param reason why it was looked at, such as {@code margin -0.31}; may be empty
 * @param model the model that made it suspect; may be empty
 * @param seconds time the decision took; 0 if that is not known, as after a break
 * @param group the same for decisions that were made together and are undone together; empty for one on its own
 * @param method how it was decided: empty for an image looked at by itself, {@link #BATCH} or {@link #AUTO}
 * @param note what the annotator remarked; may be empty
 * @param also name of another class that the image shows too; may be empty
 * @param proposed name of a class that the data set lacks and should have for this image; may be empty
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
    double seconds,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String group,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String method,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String note,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String also,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String proposed)
    implements JournalEntryBuilder.With {
  /** {@link #method} of images that were looked at side by side. */
  public static final String BATCH = "batch";

  /** {@link #method} of images whose likeliest label was accepted above a probability. */
  public static final String AUTO = "auto";

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
    group = group == null ? "" : group;
    method = method == null ? "" : method;
    note = note == null ? "" : note;
    also = also == null ? "" : also;
    proposed = proposed == null ? "" : proposed;
  }

  /** Whether both were made together. */
  boolean isMadeWith(JournalEntry other) {
    return !group.isEmpty() && group.equals(other.group);
  }
}
