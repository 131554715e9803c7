package eifexplorer.review.journal;

import static eifexplorer.review.journal.Entries.entry;
import static eifexplorer.review.journal.Entries.exclude;
import static eifexplorer.review.journal.Entries.keep;
import static eifexplorer.review.journal.Entries.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgreementTest {
  /** The textbook's 50 proposals: both yes 20, both no 15, only the first yes 5, only the second 10. */
  @Test
  void kappaIsCohens() {
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      boolean first = i < 25;
      boolean second = i < 20 || i >= 40;
      entries.add(label("ann", i + ".jpg", first ? "yes" : "no"));
      entries.add(label("bob", i + ".jpg", second ? "yes" : "no"));
    }
    Agreement agreement = Agreement.of(Decisions.of(entries), "ann", "bob");
    assertEquals(50, agreement.images());
    assertEquals(35, agreement.agreeing());
    assertEquals(.4, agreement.kappa(), 1e-12);
    assertEquals(.4 - 1.96 * Math.sqrt(.7 * .3 / 50) / .5, agreement.low(), 1e-12);
  }

  @Test
  void theUnsureAreLeftOut() {
    Decisions decisions =
        Decisions.of(
            List.of(
                keep("ann", "1.jpg"),
                entry(DecisionKind.UNSURE, "bob", "1.jpg", "a", "a"),
                keep("ann", "2.jpg"),
                keep("bob", "2.jpg"),
                keep("ann", "3.jpg")));
    Agreement agreement = Agreement.of(decisions, "ann", "bob");
    assertEquals(1, agreement.images());
    assertEquals(1, agreement.kappa());
    assertTrue(Double.isNaN(Agreement.of(decisions, "ann", "eve").kappa()));
  }

  @Test
  void conflictsAreListedUntilResolved() {
    List<JournalEntry> entries =
        new ArrayList<>(
            List.of(
                label("ann", "1.jpg", "b"),
                label("bob", "1.jpg", "b"),
                label("ann", "2.jpg", "b"),
                exclude("bob", "2.jpg"),
                keep("ann", "3.jpg"),
                entry(DecisionKind.UNSURE, "bob", "3.jpg", "a", "a")));
    Decisions decisions = Decisions.of(entries);
    assertEquals(
        List.of(
            new Decisions.Conflict(
                "2.jpg", List.of(label("ann", "2.jpg", "b"), exclude("bob", "2.jpg")))),
        decisions.conflicts());
    assertEquals(Optional.of("b"), decisions.label("1.jpg"));
    assertEquals(Optional.empty(), decisions.label("2.jpg"));
    assertEquals(Optional.of("a"), decisions.label("3.jpg"));

    entries.add(entry(DecisionKind.RESOLVE, "ann", "2.jpg", "a", "c"));
    Decisions resolved = Decisions.of(entries);
    assertEquals(List.of(), resolved.conflicts());
    assertEquals(Optional.of("c"), resolved.label("2.jpg"));
  }
}
