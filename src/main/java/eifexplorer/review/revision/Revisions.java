package eifexplorer.review.revision;

import eifexplorer.problem.ProblemException;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.ReviewJournal;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The label revisions of a workspace. Only a program that has the journal open for deciding may commit or check out.
 *
 * <p>The current revision, and from where on the journal is folded, are one small file that is replaced in one step: a
 * killed program leaves the old one or the new one.
 */
public final class Revisions {
  private static final String POINTER = "current.json";
  private static final String ENDING = ".json";

  private final Path folder;

  /**
   * Content of {@code current.json}.
   *
   * @param current number of the current revision
   * @param base the revision whose decisions the fold over the journal starts from
   * @param since entries of the journal before it, which are history only
   */
  public record Pointer(int current, int base, int since) {
    /** Throws {@link IllegalArgumentException} if a number is below 0. */
    public Pointer {
      if (current < 0 || base < 0 || since < 0) {
        throw new IllegalArgumentException("it holds a number below 0");
      }
    }
  }

  /** The revisions kept in a workspace's review folder, which need not be there yet. */
  public Revisions(Path reviewFolder) {
    this.folder = reviewFolder;
  }

  private Path file(int number) {
    return folder.resolve("revisions").resolve(number + ENDING);
  }

  /** All, from the data set's own labels on. */
  public List<Revision> list() {
    List<Revision> all = new ArrayList<>();
    for (Path file : Workspace.children(folder.resolve("revisions"))) {
      if (file.getFileName().toString().matches("[1-9]\\d{0,8}\\.json")) {
        all.add(Json.read(file, Revision.class));
      }
    }
    all.sort(Comparator.comparingInt(Revision::number));
    all.add(0, Revision.ORIGINAL);
    return all;
  }

  /** One. Throws {@link ProblemException} naming all if there is none of this number. */
  public Revision get(int number) {
    if (number == 0) {
      return Revision.ORIGINAL;
    }
    if (number < 0 || !Files.isRegularFile(file(number))) {
      throw ProblemException.badValue(
          "revision",
          number,
          list().stream().map(r -> "" + r.number()).collect(Collectors.joining(", ")));
    }
    return Json.read(file(number), Revision.class);
  }

  /** The current one. */
  public Revision current() {
    return get(pointer().current());
  }

  /** Which is current, and where the journal's fold starts. */
  public Pointer pointer() {
    Path file = folder.resolve(POINTER);
    return Files.exists(file) ? Json.read(file, Pointer.class) : new Pointer(0, 0, 0);
  }

  /** Where the journal's fold starts. */
  public ReviewJournal.Start start() {
    Pointer pointer = pointer();
    return new ReviewJournal.Start(Decisions.of(get(pointer.base()).decisions()), pointer.since());
  }

  /**
   * Keeps what is staged as a new revision, which becomes the current one.
   *
   * @throws ProblemException if nothing is staged, the message is empty, or something else was committed since
   */
  public Revision commit(Staging staging, Decisions decisions, String message) {
    if (staging.isEmpty()) {
      throw new ProblemException("There is no change to commit", "", "");
    }
    if (message.isBlank()) {
      throw new ProblemException("The message is empty", "", "Say in a few words what was done.");
    }
    Pointer pointer = pointer();
    if (pointer.current() != staging.current().number()) {
      throw new ProblemException(
          "Revision " + pointer.current() + " was committed since", "", "Look at the diff again.");
    }
    List<Revision> all = list();
    Revision revision =
        new Revision(
            all.get(all.size() - 1).number() + 1,
            pointer.current(),
            message.strip(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            List.copyOf(decisions.byAnnotator().keySet()),
            staging.changes(),
            staging.labels(),
            decisions.entries(),
            Revision.fingerprint(staging.labels()));
    Json.write(file(revision.number()), revision);
    point(new Pointer(revision.number(), pointer.base(), pointer.since()));
    return revision;
  }

  /**
   * Goes to a revision: its decisions are those that hold, and earlier ones can't be undone any more.
   *
   * @throws ProblemException if there is none of this number
   */
  public Revision checkout(int number, ReviewJournal journal) {
    Revision revision = get(number);
    point(new Pointer(number, number, journal.size()));
    journal.restart(start());
    return revision;
  }

  private void point(Pointer pointer) {
    Json.write(folder.resolve(POINTER), pointer);
  }
}
