package eifexplorer.review;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.JsonLines;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Training images that were flagged and confused pairs that were looked at; safe for use from any thread.
 *
 * <p>Images are named by their path in the data set, so that marks outlive a new model. With a file, every change is a line
 * of it and on the disk when the method returns: call the setters from a job.
 */
public final class ReviewMarks {
  private final Optional<JsonLines> file;
  private final Set<String> flagged = new LinkedHashSet<>();
  private final Set<PairKey> reviewed = new LinkedHashSet<>();

  /** A pair of test images by their paths. */
  public record PairKey(String wrong, String confusedWith) {
    /** The same two images the other way round. */
    public PairKey reversed() {
      return new PairKey(confusedWith, wrong);
    }
  }

  /** What a line of the file may be about. */
  enum Kind {
    FLAGGED,
    REVIEWED
  }

  /** A line of the file: from then on the mark is set, or is not. */
  record Line(Instant time, Kind kind, List<String> images, boolean set) {}

  private ReviewMarks(Optional<JsonLines> file) {
    this.file = file;
    file.ifPresent(lines -> lines.read(Line.class).forEach(this::apply));
  }

  /** Marks that are forgotten with the program. */
  public static ReviewMarks inMemory() {
    return new ReviewMarks(Optional.empty());
  }

  /**
   * Marks kept in {@code marks.jsonl} of a workspace's review folder, which need not be there yet.
   *
   * @throws ProblemException if the file is there and not understood
   */
  public static ReviewMarks in(Path reviewFolder) {
    return new ReviewMarks(Optional.of(new JsonLines(reviewFolder.resolve("marks.jsonl"))));
  }

  /** The flagged training images, in the order they were flagged. */
  public synchronized List<String> flagged() {
    return List.copyOf(flagged);
  }

  /** The pairs that were looked at. */
  public synchronized Set<PairKey> reviewed() {
    return Set.copyOf(reviewed);
  }

  /** Flags a training image, or takes the flag away. */
  public synchronized void flag(String image, boolean set) {
    change(new Line(Instant.now(), Kind.FLAGGED, List.of(image), set));
  }

  /** Says that a pair was looked at, or was not. */
  public synchronized void review(PairKey pair, boolean set) {
    change(new Line(Instant.now(), Kind.REVIEWED, List.of(pair.wrong(), pair.confusedWith()), set));
  }

  private void change(Line line) {
    file.ifPresent(lines -> lines.append(line));
    apply(line);
  }

  private void apply(Line line) {
    if (line.kind() == Kind.FLAGGED) {
      put(flagged, line.images().get(0), line.set());
    } else if (line.kind() == Kind.REVIEWED) {
      put(reviewed, new PairKey(line.images().get(0), line.images().get(1)), line.set());
    }
  }

  private static <T> void put(Set<T> set, T value, boolean in) {
    if (in) {
      set.add(value);
    } else {
      set.remove(value);
    }
  }
}
