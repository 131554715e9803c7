package eifexplorer.review.revision;

import eifexplorer.dataset.LabelChange;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JournalEntry;
import java.util.List;
import java.util.Optional;

/**
 * A corrected label with who corrected it and why, as files list it.
 *
 * @param change from the data set's own label
 * @param decision what decided it: what was resolved, else the latest claim of that label
 */
public record CorrectedLabel(LabelChange change, Optional<JournalEntry> decision) {
  /** Every label of a revision that differs from the data set's own, by path. */
  public static List<CorrectedLabel> of(Revision revision) {
    Decisions decisions = Decisions.of(revision.decisions());
    return revision.labels().stream()
        .map(change -> new CorrectedLabel(change, decision(change, decisions)))
        .toList();
  }

  private static Optional<JournalEntry> decision(LabelChange change, Decisions decisions) {
    JournalEntry resolved = decisions.resolutions().get(change.sample());
    if (resolved != null) {
      return Optional.of(resolved);
    }
    return decisions.byAnnotator().values().stream()
        .map(of -> of.get(change.sample()))
        .filter(entry -> entry != null && entry.after().equals(change.to()))
        .reduce((earlier, later) -> later.time().isBefore(earlier.time()) ? earlier : later);
  }
}
