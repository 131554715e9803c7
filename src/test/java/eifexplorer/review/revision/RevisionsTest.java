package eifexplorer.review.revision;

import static eifexplorer.review.journal.Entries.entry;
import static eifexplorer.review.journal.Entries.exclude;
import static eifexplorer.review.journal.Entries.keep;
import static eifexplorer.review.journal.Entries.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.dataset.LabelChange;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.ReviewJournal;
import eifexplorer.workspace.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsTest {
  private static final Map<String, String> ORIGINALS =
      Map.of("1.jpg", "a", "2.jpg", "a", "3.jpg", "a", "4.jpg", "a");

  @TempDir Path folder;
  private Revisions revisions;
  private ReviewJournal journal;

  @BeforeEach
  void open() {
    revisions = new Revisions(folder);
    journal = ReviewJournal.open(folder, revisions.start());
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Staging staged() {
    return Staging.of(
        revisions.current(), journal.decisions(), OriginalLabels.ofTraining(ORIGINALS));
  }

  private Revision commit(String message) {
    return revisions.commit(staged(), journal.decisions(), message);
  }

  @Test
  void theDiffSaysWhatMoves() {
    journal.decide(label("ann", "1.jpg", "b"));
    journal.decide(label("ann", "2.jpg", "b"));
    journal.decide(exclude("ann", "3.jpg"));
    journal.decide(keep("ann", "4.jpg"));
    Staging staging = staged();
    assertEquals(
        List.of(new Staging.Move("a", "b", 2), new Staging.Move("a", "", 1)), staging.moves());
    assertEquals(2, staging.relabelled());
    assertEquals(1, staging.excluded());
  }

  @Test
  void aCommitIsKeptAndNothingIsStagedAfterIt() {
    journal.decide(label("ann", "1.jpg", "b"));
    Revision made = commit("first pass");
    assertEquals(List.of(Revision.ORIGINAL, made), new Revisions(folder).list());
    assertEquals(made, new Revisions(folder).current());
    assertEquals(List.of(new LabelChange("1.jpg", "a", "b")), made.changes());
    assertEquals(List.of("ann"), made.annotators());
    assertEquals(List.of(), staged().changes());
    assertThrows(ProblemException.class, () -> commit("again"));
  }

  @Test
  void undoAfterACommitStagesTheWayBack() {
    journal.decide(label("ann", "1.jpg", "b"));
    commit("first");
    journal.undo("ann");
    assertEquals(List.of(new LabelChange("1.jpg", "b", "a")), staged().changes());
    Revision back = commit("taken back");
    assertEquals(List.of(), back.labels());
    assertEquals(Revision.ORIGINAL.fingerprint(), back.fingerprint());
  }

  @Test
  void oneGoesBackAndForth() {
    journal.decide(label("ann", "1.jpg", "b"));
    Revision first = commit("first");
    journal.decide(exclude("ann", "2.jpg"));
    Revision second = commit("second");

    revisions.checkout(1, journal);
    assertEquals(first, revisions.current());
    assertEquals(List.of(), staged().changes());
    assertEquals(List.of("1.jpg"), List.copyOf(journal.decisions().samples()));
    assertEquals(java.util.Optional.empty(), journal.undo("ann"));

    journal.decide(label("ann", "3.jpg", "c"));
    Revision third = commit("from the first");
    assertEquals(1, third.parent());
    assertEquals(3, third.number());
    revisions.checkout(0, journal);
    assertEquals(List.of(), List.copyOf(journal.decisions().samples()));
    revisions.checkout(2, journal);
    assertEquals(second.labels(), revisions.current().labels());
  }

  @Test
  void whatWasGoneBackToOutlivesTheProgram() {
    journal.decide(label("ann", "1.jpg", "b"));
    commit("first");
    journal.decide(label("ann", "2.jpg", "b"));
    revisions.checkout(1, journal);
    journal.decide(keep("ann", "4.jpg"));
    journal.close();
    open();
    assertEquals(List.of("1.jpg", "4.jpg"), List.copyOf(journal.decisions().samples()));
    assertEquals(List.of(), staged().changes());
  }

  @Test
  void resultsOfAnOlderRevisionAreStale() {
    journal.decide(label("ann", "1.jpg", "b"));
    Revision first = commit("first");
    journal.decide(exclude("ann", "2.jpg"));
    journal.decide(label("ann", "1.jpg", "c"));
    Revision second = commit("second");
    assertEquals("stale: 2 labels changed", second.staleness(first));
    assertEquals("stale: 1 label changed", first.staleness(Revision.ORIGINAL));
    assertEquals("up to date", first.staleness(first));
  }

  @Test
  void aConflictIsLeftAsItIs() {
    journal.decide(label("ann", "1.jpg", "b"));
    commit("first");
    journal.decide(label("bob", "1.jpg", "c"));
    journal.decide(label("bob", "2.jpg", "c"));
    assertEquals(1, staged().conflicts().size());
    assertEquals(List.of(new LabelChange("2.jpg", "a", "c")), staged().changes());
    journal.decide(entry(DecisionKind.RESOLVE, "eve", "1.jpg", "b", "c"));
    assertEquals(2, staged().changes().size());
  }

  @Test
  void aDiffThatIsNoLongerTrueIsNotCommitted() {
    journal.decide(label("ann", "1.jpg", "b"));
    Staging old = staged();
    commit("first");
    assertThrows(ProblemException.class, () -> revisions.commit(old, journal.decisions(), "late"));
  }

  @Test
  void anUnknownRevisionNamesThoseThereAre() throws Exception {
    journal.decide(label("ann", "1.jpg", "b"));
    commit("first");
    Files.writeString(folder.resolve("revisions/notes.json"), "{}");
    assertEquals(
        "revision is 7. Allowed: 0, 1.",
        assertThrows(ProblemException.class, () -> revisions.get(7)).getMessage());
  }

  @Test
  void aDamagedRevisionIsNamedAndStandsInNobodysWay() throws IOException {
    journal.decide(label("ann", "1.jpg", "b"));
    commit("first");
    journal.decide(label("ann", "2.jpg", "b"));
    Revision second = commit("second");
    Files.writeString(folder.resolve("revisions/1.json"), "{\"number\": 1}");
    Files.writeString(folder.resolve("revisions/3.json"), "{");

    RevisionListing listing = revisions.listing();

    assertEquals(List.of(Revision.ORIGINAL, second), listing.revisions());
    assertEquals(List.of("1", "3"), listing.unreadable().stream().map(Unreadable::id).toList());
    journal.decide(label("ann", "3.jpg", "b"));
    assertEquals(4, commit("after the damaged ones").number());
  }

  @Test
  void withoutItsPointerNoRevisionIsTakenForTheCurrentOne() throws IOException {
    journal.decide(label("ann", "1.jpg", "b"));
    Revision first = commit("first");
    Files.delete(folder.resolve("current.json"));

    assertEquals(
        "The file that says which label revision is the current one is missing: "
            + folder.resolve("current.json")
            + ". Restore it, or name the revision: eif-explorer review checkout 1 --workspace "
            + folder.getParent(),
        assertThrows(ProblemException.class, () -> revisions.current()).getMessage());
    journal.close();
    assertEquals(first, ReviewDesk.restore(folder, 1));
    assertEquals(first, revisions.current());
  }

  @Test
  void aCurrentRevisionWhoseFileIsGoneIsNamed() throws IOException {
    journal.decide(label("ann", "1.jpg", "b"));
    commit("first");
    Path file = folder.resolve("revisions/1.json");
    Files.delete(file);

    assertEquals(
        "The current label revision 1 is missing: " + file + ". Restore its file from a copy.",
        assertThrows(ProblemException.class, () -> revisions.current()).getMessage());
  }
}
