package eifexplorer.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.JsonLines;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Training and test images that were flagged, confused pairs that were looked at, and notes on these; safe for use from any thread.
 *
 * <p>Images are named by their path in the data set, so that marks outlive a new model. With a file, every change is a line
 * of it and on the disk when the method returns: call the setters from a job.
 */
public final class ReviewMarks {
  private final Optional<JsonLines> file;
  private final Set<String> flagged = new LinkedHashSet<>();
  private final Set<PairKey> reviewed = new LinkedHashSet<>();
  private final Map<PairKey, String> notes = new LinkedHashMap<>();

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
    REVIEWED,
    NOTED
  }

  /** A line of the file: from then on the mark is set, or is not; only a note has a text. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(Instant time, Kind kind, List<String> images, boolean set, @Nullable String text) {
    /** Throws {@link IllegalArgumentException} if there are not as many images as it is about. */
    Line {
      images = List.copyOf(images);
      if (images.size() != (Objects.requireNonNull(kind) == Kind.FLAGGED ? 1 : 2)) {
        throw new IllegalArgumentException("it names " + images.size() + " images");
      }
    }

    Line(Instant time, Kind kind, List<String> images, boolean set) {
      this(time, kind, images, set, null);
    }

    PairKey pair() {
      return new PairKey(images.get(0), images.get(1));
    }
  }

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

  /** The flagged images, in the order they were flagged. */
  public synchronized List<String> flagged() {
    return List.copyOf(flagged);
  }

  /** The pairs that were looked at. */
  public synchronized Set<PairKey> reviewed() {
    return Set.copyOf(reviewed);
  }

  /** Flags an image, or takes the flag away. */
  public synchronized void flag(String image, boolean set) {
    flag(List.of(image), set);
  }

  /** Flags images, or takes their flags away; all of them are written at once. */
  public synchronized void flag(Collection<String> images, boolean set) {
    Instant now = Instant.now();
    List<Line> lines =
        images.stream().map(image -> new Line(now, Kind.FLAGGED, List.of(image), set)).toList();
    file.ifPresent(of -> of.appendAll(lines));
    lines.forEach(this::apply);
  }

  /** Says that a pair was looked at, or was not. */
  public synchronized void review(PairKey pair, boolean set) {
    change(new Line(Instant.now(), Kind.REVIEWED, List.of(pair.wrong(), pair.confusedWith()), set));
  }

  /** The notes on pairs. */
  public synchronized Map<PairKey, String> notes() {
    return Map.copyOf(notes);
  }

  /** Notes something on a pair in place of what was noted before; a blank text takes the note away. */
  public synchronized void note(PairKey pair, String text) {
    List<String> images = List.of(pair.wrong(), pair.confusedWith());
    change(new Line(Instant.now(), Kind.NOTED, images, !text.isBlank(), text.strip()));
  }

  private void change(Line line) {
    file.ifPresent(lines -> lines.append(line));
    apply(line);
  }

  private void apply(Line line) {
    if (line.kind() == Kind.FLAGGED) {
      put(flagged, line.images().get(0), line.set());
    } else if (line.kind() == Kind.REVIEWED) {
      put(reviewed, line.pair(), line.set());
    } else if (line.kind() == Kind.NOTED && line.set() && line.text() != null) {
      notes.put(line.pair(), line.text());
    } else if (line.kind() == Kind.NOTED) {
      notes.remove(line.pair());
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
