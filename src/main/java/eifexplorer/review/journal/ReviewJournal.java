package eifexplorer.review.journal;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.FolderLock;
import eifexplorer.workspace.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a workspace's review; safe for use from any thread. A decision is on the disk when the method that makes
 * it returns: call those from a job.
 */
public final class ReviewJournal implements AutoCloseable {
  private static final String FILE = "journal.jsonl";

  private final Optional<JsonLines> file;
  private final Optional<FolderLock> lock;
  private boolean writable;
  private final List<JournalEntry> entries = new ArrayList<>();
  private Fold fold;
  private @Nullable Decisions snapshot;

  /**
   * Where the fold starts.
   *
   * @param decisions what held then
   * @param since entries before it, which are history only
   */
  public record Start(Decisions decisions, int since) {
    /** Nothing is decided and no entry is there. */
    public static final Start EMPTY = new Start(Decisions.NONE, 0);
  }

  private ReviewJournal(
      Optional<JsonLines> file, Optional<FolderLock> lock, boolean writable, Start start) {
    this.file = file;
    this.lock = lock;
    this.writable = writable;
    file.ifPresent(lines -> entries.addAll(lines.read(JournalEntry.class)));
    fold = folded(start);
  }

  /** A journal that is forgotten with the program. */
  public static ReviewJournal inMemory() {
    return new ReviewJournal(Optional.empty(), Optional.empty(), true, Start.EMPTY);
  }

  /**
   * Opens the journal of a review folder for deciding; close it.
   *
   * @throws ProblemException if another program has it open, or it is not understood
   */
  public static ReviewJournal open(Path folder, Start start) {
    FolderLock lock =
        FolderLock.take(
            folder,
            "Another program is reviewing this workspace",
            "Close its review, or look at this one without deciding.");
    try {
      return new ReviewJournal(Optional.of(lines(folder)), Optional.of(lock), true, start);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Reads the journal of a review folder as it is now; nothing can be decided in it. */
  public static ReviewJournal read(Path folder, Start start) {
    return new ReviewJournal(Optional.of(lines(folder)), Optional.empty(), false, start);
  }

  private static JsonLines lines(Path folder) {
    return new JsonLines(folder.resolve(FILE));
  }

  /** Starts the fold anew, as after going back to an older revision; earlier decisions can't be undone any more. */
  public synchronized void restart(Start start) {
    fold = folded(start);
    snapshot = null;
  }

  private Fold folded(Start start) {
    Fold made = new Fold(start.decisions());
    entries.subList(Math.min(start.since(), entries.size()), entries.size()).forEach(made::apply);
    return made;
  }

  /** Number of entries. */
  public synchronized int size() {
    return entries.size();
  }

  /** All entries, oldest first. */
  public synchronized List<JournalEntry> history() {
    return List.copyOf(entries);
  }

  /** The decisions that hold now. */
  public synchronized Decisions decisions() {
    if (snapshot == null) {
      snapshot = fold.decisions();
    }
    return snapshot;
  }

  /** The decision that {@link #undo} would take back; of several made together the first. */
  public synchronized Optional<JournalEntry> toUndo(String annotator) {
    List<JournalEntry> together = fold.toUndo(annotator);
    return together.stream().skip(Math.max(0, together.size() - 1)).findFirst();
  }

  /** The decision that {@link #redo} would bring back; of several made together the first. */
  public synchronized Optional<JournalEntry> toRedo(String annotator) {
    return fold.toRedo(annotator).stream().findFirst();
  }

  /**
   * Makes a decision.
   *
   * @throws ProblemException if it can't be written, and then it was not made
   */
  public synchronized void decide(JournalEntry entry) {
    decideAll(List.of(entry));
  }

  /**
   * Makes several decisions together.
   *
   * @throws ProblemException if they can't be written, and then none was made
   */
  public synchronized void decideAll(List<JournalEntry> decisions) {
    for (JournalEntry entry : decisions) {
      if (!entry.kind().isDecision()) {
        throw new IllegalArgumentException(entry.kind() + " is no decision");
      }
    }
    add(decisions);
  }

  /**
   * Takes over what was decided and remarked elsewhere, together.
   *
   * @throws ProblemException if it can't be written, and then nothing was taken over
   */
  public synchronized void takeOver(List<JournalEntry> entries) {
    for (JournalEntry entry : entries) {
      if (!entry.kind().isDecision() && entry.kind() != DecisionKind.NOTE) {
        throw new IllegalArgumentException(entry.kind() + " is neither decision nor note");
      }
    }
    add(entries);
  }

  /**
   * Writes down what an annotator remarks about an image; an empty note takes the one before away.
   *
   * @throws ProblemException if it can't be written, and then the note before holds
   */
  public synchronized void note(JournalEntry entry) {
    if (entry.kind() != DecisionKind.NOTE) {
      throw new IllegalArgumentException(entry.kind() + " is no note");
    }
    add(List.of(entry));
  }

  /**
   * Takes back an annotator's last decision that holds, with those made together with it.
   *
   * @return the decision, the first of several; nothing if there is none
   */
  public synchronized Optional<JournalEntry> undo(String annotator) {
    Optional<JournalEntry> decision = toUndo(annotator);
    add(
        fold.toUndo(annotator).stream()
            .map(of -> about(of, DecisionKind.UNDO, of.after(), of.before()))
            .toList());
    return decision;
  }

  /**
   * Brings back the decision an annotator took back last, with those made together with it.
   *
   * @return the decision, the first of several; nothing if there is none
   */
  public synchronized Optional<JournalEntry> redo(String annotator) {
    Optional<JournalEntry> decision = toRedo(annotator);
    add(
        fold.toRedo(annotator).stream()
            .map(of -> about(of, DecisionKind.REDO, of.before(), of.after()))
            .toList());
    return decision;
  }

  private static JournalEntry about(
      JournalEntry of, DecisionKind kind, String before, String after) {
    return of.with(
        entry ->
            entry.time(Instant.now()).kind(kind).before(before).after(after).reason("").seconds(0));
  }

  /** Writes a line to a file of its own and deletes it: what a first decision makes the program load is then there. */
  public void rehearse() {
    file.ifPresent(
        lines -> {
          Path beside = lines.file().resolveSibling("rehearsal.jsonl");
          JournalEntry entry =
              JournalEntryBuilder.builder()
                  .time(Instant.now())
                  .kind(DecisionKind.KEEP)
                  .annotator("rehearsal")
                  .sample("")
                  .build();
          try {
            new JsonLines(beside).appendAll(List.of(entry));
            Files.deleteIfExists(beside);
          } catch (IOException e) {
            throw new ProblemException(
                "The review can't be written", beside.toString(), "Check its permissions.", e);
          }
        });
  }

  private void add(List<JournalEntry> added) {
    if (added.isEmpty()) {
      return;
    }
    if (!writable) {
      throw new ProblemException("This review was opened to look at only", "", "");
    }
    file.ifPresent(lines -> lines.appendAll(added));
    entries.addAll(added);
    added.forEach(fold::apply);
    snapshot = null;
  }

  /** Waits for what is being written; nothing can be decided afterwards. */
  @Override
  public synchronized void close() {
    writable = false;
    lock.ifPresent(FolderLock::close);
  }
}
