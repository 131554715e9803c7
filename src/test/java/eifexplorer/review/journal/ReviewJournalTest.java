package eifexplorer.review.journal;

import static eifexplorer.review.journal.Entries.entry;
import static eifexplorer.review.journal.Entries.exclude;
import static eifexplorer.review.journal.Entries.keep;
import static eifexplorer.review.journal.Entries.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import eifexplorer.review.journal.ReviewJournal.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewJournalTest {
  @TempDir Path folder;

  private ReviewJournal open() {
    return ReviewJournal.open(folder, Start.EMPTY);
  }

  @Test
  void decisionsUndoAndRedoOutliveTheProgram() {
    try (ReviewJournal journal = open()) {
      journal.decide(label("ann", "1.jpg", "b"));
      journal.decide(keep("ann", "2.jpg"));
      journal.decide(exclude("ann", "3.jpg"));
      journal.undo("ann");
      journal.undo("ann");
    }
    try (ReviewJournal journal = open()) {
      assertEquals(Map.of("1.jpg", label("ann", "1.jpg", "b")), journal.decisions().of("ann"));
      assertEquals(Optional.of(keep("ann", "2.jpg")), journal.redo("ann"));
      assertEquals(Optional.of(exclude("ann", "3.jpg")), journal.toRedo("ann"));
      assertEquals(6, journal.size());
    }
    try (ReviewJournal journal = open()) {
      assertEquals(List.of("1.jpg", "2.jpg"), List.copyOf(journal.decisions().samples()));
      assertEquals(DecisionKind.UNDO, journal.history().get(3).kind());
      assertEquals("", journal.history().get(3).before());
      assertEquals("a", journal.history().get(3).after());
    }
  }

  @Test
  void undoBringsBackTheDecisionBefore() {
    ReviewJournal journal = ReviewJournal.inMemory();
    journal.decide(label("ann", "1.jpg", "b"));
    journal.decide(entry(DecisionKind.LABEL, "ann", "1.jpg", "b", "c"));
    journal.undo("ann");
    assertEquals(Optional.of("b"), journal.decisions().label("1.jpg"));
    journal.undo("ann");
    assertEquals(Optional.empty(), journal.decisions().label("1.jpg"));
    assertEquals(Optional.empty(), journal.undo("ann"));
    assertEquals(4, journal.size());
  }

  @Test
  void aNewDecisionEndsRedo() {
    ReviewJournal journal = ReviewJournal.inMemory();
    journal.decide(label("ann", "1.jpg", "b"));
    journal.undo("ann");
    journal.decide(keep("ann", "2.jpg"));
    assertEquals(Optional.empty(), journal.redo("ann"));
  }

  @Test
  void annotatorsUndoTheirOwn() {
    ReviewJournal journal = ReviewJournal.inMemory();
    journal.decide(label("ann", "1.jpg", "b"));
    journal.decide(label("bob", "1.jpg", "c"));
    journal.undo("ann");
    assertEquals(Map.of(), journal.decisions().of("ann"));
    assertEquals(Optional.of("c"), journal.decisions().label("1.jpg"));
  }

  @Test
  void aTornLineIsOverlooked() throws IOException {
    try (ReviewJournal journal = open()) {
      journal.decide(label("ann", "1.jpg", "b"));
    }
    Files.writeString(
        folder.resolve("journal.jsonl"), "{\"time\":\"2026-01", StandardOpenOption.APPEND);
    try (ReviewJournal journal = open()) {
      assertEquals(1, journal.size());
      journal.decide(keep("ann", "2.jpg"));
    }
    try (ReviewJournal journal = open()) {
      assertEquals(2, journal.size());
    }
  }

  @Test
  void theFileIsPlainAndOneLineADecision() throws IOException {
    try (ReviewJournal journal = open()) {
      journal.decide(label("ann", "1.jpg", "b"));
    }
    assertEquals(
        List.of(
            "{\"time\":\"2026-01-02T03:04:05Z\",\"kind\":\"label\",\"annotator\":\"ann\","
                + "\"sample\":\"1.jpg\",\"before\":\"a\",\"after\":\"b\","
                + "\"reason\":\"margin -0.31\",\"model\":\"model\",\"seconds\":1.5}"),
        Files.readAllLines(folder.resolve("journal.jsonl")));
  }

  @Test
  void aSecondProgramIsRefusedAndMayLook() {
    try (ReviewJournal journal = open()) {
      journal.decide(label("ann", "1.jpg", "b"));
      ProblemException refused = assertThrows(ProblemException.class, this::open);
      assertEquals("Another program is reviewing this workspace", refused.what());
      ReviewJournal looking = ReviewJournal.read(folder, Start.EMPTY);
      assertEquals(1, looking.size());
      assertThrows(ProblemException.class, () -> looking.decide(keep("ann", "2.jpg")));
    }
    open().close();
  }

  @Test
  void aFoldStartsWhereItIsTold() {
    ReviewJournal journal = ReviewJournal.inMemory();
    journal.decide(label("ann", "1.jpg", "b"));
    journal.decide(label("ann", "2.jpg", "b"));
    journal.restart(new Start(Decisions.of(List.of(keep("bob", "9.jpg"))), 2));
    assertEquals(List.of("9.jpg"), List.copyOf(journal.decisions().samples()));
    assertFalse(journal.undo("ann").isPresent());
  }

  @Test
  void whatWasDecidedTogetherIsUndoneAndRedoneTogetherAlsoAfterARestart() {
    List<JournalEntry> batch =
        List.of(
            label("ann", "2.jpg", "b").withGroup("g"),
            keep("ann", "3.jpg").withGroup("g"),
            exclude("ann", "4.jpg").withGroup("g"));
    try (ReviewJournal journal = open()) {
      journal.decide(keep("ann", "1.jpg"));
      journal.decideAll(batch);
      assertEquals(Optional.of(batch.get(0)), journal.undo("ann"));
      assertEquals(List.of("1.jpg"), List.copyOf(journal.decisions().samples()));
    }
    try (ReviewJournal journal = open()) {
      assertEquals(Optional.of(batch.get(0)), journal.redo("ann"));
      assertEquals(batch, List.copyOf(journal.decisions().entries()).subList(1, 4));
      journal.undo("ann");
      assertEquals(Optional.of(keep("ann", "1.jpg")), journal.undo("ann"));
    }
  }

  @Test
  void aWithdrawnDecisionHoldsNoLongerUntilThatIsUndone() {
    ReviewJournal journal = ReviewJournal.inMemory();
    journal.decide(label("ann", "1.jpg", "b"));
    journal.decide(entry(DecisionKind.WITHDRAW, "ann", "1.jpg", "b", "a"));
    assertEquals(Optional.empty(), journal.decisions().label("1.jpg"));
    journal.undo("ann");
    assertEquals(Optional.of("b"), journal.decisions().label("1.jpg"));
    journal.redo("ann");
    assertEquals(Map.of(), journal.decisions().of("ann"));
  }

  @Test
  void notesAreKeptBesideTheDecisionsAndAreNotUndone() {
    JournalEntry note = entry(DecisionKind.NOTE, "ann", "1.jpg", "a", "a").withNote("two birds");
    try (ReviewJournal journal = open()) {
      journal.decide(label("ann", "1.jpg", "b"));
      journal.note(note);
      journal.undo("ann");
    }
    try (ReviewJournal journal = open()) {
      assertEquals("two birds", journal.decisions().note("ann", "1.jpg"));
      assertEquals("", journal.decisions().note("bob", "1.jpg"));
      assertEquals(Set.of(), journal.decisions().samples());
      assertEquals("two birds", Decisions.of(journal.decisions().entries()).note("ann", "1.jpg"));
      journal.note(note.withNote(""));
      assertEquals("", journal.decisions().note("ann", "1.jpg"));
    }
  }

  @Test
  void linesOfEarlierVersionsAreRead() throws IOException {
    Files.writeString(
        folder.resolve("journal.jsonl"),
        "{\"time\":\"2026-01-02T03:04:05Z\",\"kind\":\"keep\",\"annotator\":\"ann\",\"sample\":\"2.jpg\",\"before\":\"a\",\"after\":\"a\",\"reason\":\"margin"
            + " -0.31\",\"model\":\"model\",\"seconds\":1.5}\n");
    assertEquals(List.of(keep("ann", "2.jpg")), ReviewJournal.read(folder, Start.EMPTY).history());
  }
}
