package eifexplorer.review.revision;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.ShellWord;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.ReviewJournal;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    /** Throws {@link ProblemException} if one is below 0. */
    public Pointer {
      int least = Math.min(current, Math.min(base, since));
      if (least < 0) {
        throw ProblemException.badValue("A number in " + POINTER, least, "0 and more");
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

  /** All that can be read, from the data set's own labels on. */
  public List<Revision> list() {
    return listing().revisions();
  }

  /** All that can be read, from the data set's own labels on, and what is damaged. */
  public RevisionListing listing() {
    List<Revision> all = new ArrayList<>(List.of(Revision.ORIGINAL));
    List<Unreadable> unreadable = new ArrayList<>();
    for (int number : numbers()) {
      try {
        all.add(read(number));
      } catch (ProblemException e) {
        unreadable.add(Unreadable.of("" + number, e));
      }
    }
    return new RevisionListing(all, unreadable);
  }

  /** The numbers of all that were committed, readable or not, in order. */
  private List<Integer> numbers() {
    return Workspace.children(folder.resolve("revisions")).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.matches("[1-9]\\d{0,8}\\.json"))
        .map(name -> Integer.valueOf(name.substring(0, name.length() - ENDING.length())))
        .sorted()
        .toList();
  }

  private Revision read(int number) {
    Revision revision = Json.read(file(number), Revision.class);
    if (revision.number() != number) {
      throw ProblemException.inFile(
          file(number), "The revision says it is number " + revision.number(), "Restore the file.");
    }
    return revision;
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
    return read(number);
  }

  /** The current one. Throws {@link ProblemException} naming its file if that is missing or damaged. */
  public Revision current() {
    int number = pointer().current();
    if (number > 0 && !Files.isRegularFile(file(number))) {
      throw ProblemException.inFile(
          file(number),
          "The current label revision " + number + " is missing",
          "Restore its file from a copy.");
    }
    return get(number);
  }

  /**
   * Which is current, and where the journal's fold starts.
   *
   * @throws ProblemException if that was noted once and is lost: none is taken for it by guessing
   */
  public Pointer pointer() {
    Path file = folder.resolve(POINTER);
    if (isPointerLost()) {
      throw ProblemException.inFile(
          file,
          "The file that says which label revision is the current one is missing",
          "Restore it, or name the revision: eif-explorer review checkout "
              + numbers().get(numbers().size() - 1)
              + " --workspace "
              + ShellWord.of(folder.toAbsolutePath().resolve("..").normalize()));
    }
    return Files.exists(file) ? Json.read(file, Pointer.class) : new Pointer(0, 0, 0);
  }

  /** Whether there are revisions, but nothing says which is the current one. */
  public boolean isPointerLost() {
    return !Files.exists(folder.resolve(POINTER)) && !numbers().isEmpty();
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
    List<Integer> numbers = numbers();
    Revision revision =
        new Revision(
            numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1) + 1,
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
