package eifexplorer.review;

import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.Split;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.ReviewJournal;
import eifexplorer.review.revision.OriginalLabels;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Revisions;
import eifexplorer.review.revision.Staging;
import eifexplorer.workspace.Unreadable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workspace's journal and label revisions together: what was decided, what is staged, what was committed. Safe for use
 * from any thread; close it, so that another program may review.
 */
public final class ReviewDesk implements AutoCloseable {
  private final OriginalLabels originals;
  private final Optional<Revisions> revisions;
  private final ReviewJournal journal;
  private Revision current;

  private ReviewDesk(
      OriginalLabels originals, Optional<Revisions> revisions, ReviewJournal journal) {
    this.originals = originals;
    this.revisions = revisions;
    this.journal = journal;
    this.current = revisions.map(Revisions::current).orElse(Revision.ORIGINAL);
  }

  /**
   * Opens a review folder for deciding.
   *
   * @param originals the data set's own labels
   * @throws ProblemException if another program has it open
   */
  public static ReviewDesk open(Path folder, OriginalLabels originals) {
    Revisions revisions = new Revisions(folder);
    // The lock first: nobody moves the pointer between the two then.
    ReviewJournal journal = ReviewJournal.open(folder, ReviewJournal.Start.EMPTY);
    try {
      journal.restart(revisions.start());
      return new ReviewDesk(originals, Optional.of(revisions), journal);
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /**
   * Goes to a revision where nothing says any more which is the current one, as {@link #checkout} does.
   *
   * @throws ProblemException if there is none of this number, or another program has the review open
   */
  public static Revision restore(Path folder, int number) {
    try (ReviewJournal journal = ReviewJournal.open(folder, ReviewJournal.Start.EMPTY)) {
      return new Revisions(folder).checkout(number, journal);
    }
  }

  /** Opens a review folder to look at, as it is now. */
  public static ReviewDesk look(Path folder, OriginalLabels originals) {
    Revisions revisions = new Revisions(folder);
    return new ReviewDesk(
        originals, Optional.of(revisions), ReviewJournal.read(folder, revisions.start()));
  }

  /** A review that is forgotten with the program; nothing can be committed in it. */
  public static ReviewDesk inMemory(OriginalLabels originals) {
    return new ReviewDesk(originals, Optional.empty(), ReviewJournal.inMemory());
  }

  /** Does once what a decision does, without leaving a trace, so that the first one takes no longer than the others. */
  public void rehearse() {
    journal.rehearse();
  }

  /** Class name of every training and test image by the data set itself. */
  public Map<String, String> originals() {
    return originals.names();
  }

  /** Where an image belongs. */
  public Split split(String path) {
    return originals.split(path);
  }

  /** What was decided. */
  public ReviewJournal journal() {
    return journal;
  }

  /** The decisions that hold. */
  public Decisions decisions() {
    return journal.decisions();
  }

  /** All revisions, from the data set's own labels on. */
  public List<Revision> revisions() {
    return revisions.map(Revisions::list).orElse(List.of(Revision.ORIGINAL));
  }

  /** The revisions whose files are damaged. */
  public List<Unreadable> damagedRevisions() {
    return revisions.map(all -> all.listing().unreadable()).orElse(List.of());
  }

  /** One revision. Throws {@link ProblemException} if there is none of this number. */
  public Revision revision(int number) {
    return revisions.map(all -> all.get(number)).orElse(Revision.ORIGINAL);
  }

  /** The current revision; of a review to look at, that of when it was opened. */
  public synchronized Revision current() {
    return current;
  }

  /** What a commit would write. */
  public synchronized Staging staging() {
    return Staging.of(current(), decisions(), originals);
  }

  /** Commits what is staged; see {@link Revisions#commit}. */
  public synchronized Revision commit(String message) {
    current = kept().commit(staging(), decisions(), message);
    return current;
  }

  /** Goes to a revision; see {@link Revisions#checkout}. What is staged and not committed is dropped. */
  public synchronized Revision checkout(int number) {
    current = kept().checkout(number, journal);
    return current;
  }

  private Revisions kept() {
    return revisions.orElseThrow(
        () ->
            new ProblemException(
                "Only a workspace keeps label revisions", "", "Make one with the command train."));
  }

  /** The label an image has now, decisions that are not committed included; empty text if it is left out. */
  public String label(String sample) {
    return decisions()
        .label(sample)
        .orElseGet(
            () ->
                current().labels().stream()
                    .filter(change -> change.sample().equals(sample))
                    .map(LabelChange::to)
                    .findFirst()
                    .orElse(originals.names().getOrDefault(sample, "")));
  }

  @Override
  public synchronized void close() {
    journal.close();
  }
}
