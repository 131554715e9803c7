package eifexplorer.experiment;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.JsonLines;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The units of an experiment that are done, each a line on the disk before the next begins; a later run finds them and
 * does only the others and those whose line is damaged. For use by one thread.
 */
public final class FinishedUnits {
  private static final Logger LOG = LoggerFactory.getLogger(FinishedUnits.class);

  /** A line: the unit, how long it took, what it gave. */
  private record Line(String key, double seconds, Object value) {}

  private final Optional<JsonLines> file;
  private final Map<String, Line> lines = new HashMap<>();
  private int missing;
  private int done;

  private FinishedUnits(Optional<JsonLines> file) {
    this.file = file;
    file.ifPresent(
        kept ->
            kept.readIntact(Line.class).stream()
                .filter(line -> line.key() != null)
                .forEach(line -> lines.put(line.key(), line)));
  }

  /** Units kept in a file that need not be there yet. */
  public static FinishedUnits in(Path file) {
    return new FinishedUnits(Optional.of(new JsonLines(file)));
  }

  /** Units that are forgotten with this object. */
  public static FinishedUnits inMemory() {
    return new FinishedUnits(Optional.empty());
  }

  /** Says which units there are, for the progress: it counts those that are still to be done. */
  public void plan(List<String> keys) {
    missing = (int) keys.stream().distinct().filter(key -> !contains(key)).count();
    done = 0;
  }

  /** Takes over units of another run that are not done here; each is written here too. */
  public void adopt(FinishedUnits other, Predicate<String> wanted) {
    other.lines.values().stream()
        .filter(line -> !contains(line.key()) && wanted.test(line.key()))
        .forEach(
            line -> {
              file.ifPresent(kept -> kept.append(line));
              lines.put(line.key(), line);
            });
  }

  /** Whether the unit is done. */
  public boolean contains(String key) {
    return lines.containsKey(key);
  }

  /** Number of units that are done. */
  public int size() {
    return lines.size();
  }

  /** Number of units of some kind that are done. */
  public int count(Predicate<String> wanted) {
    return (int) lines.keySet().stream().filter(wanted).count();
  }

  /** Seconds spent on all units, those of earlier runs included. */
  public double seconds() {
    return lines.values().stream().mapToDouble(Line::seconds).sum();
  }

  /** What the unit gave; empty if it is not done, or what is kept of it is damaged. */
  public <T> Optional<T> find(String key, Class<T> type) {
    return Optional.ofNullable(lines.get(key)).flatMap(line -> value(line, type));
  }

  private static <T> Optional<T> value(Line line, Class<T> type) {
    try {
      return Optional.of(Json.parse(Json.line(line.value()), type, line.key()));
    } catch (ProblemException e) {
      LOG.warn("A finished unit is damaged and is run again. {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * What the unit gave, or gives now.
   *
   * @param type a record of texts, numbers and lists of them
   * @throws eifexplorer.problem.ProblemException if it can't be kept
   */
  public <T> T findOrRun(String key, Class<T> type, Supplier<T> unit, JobContext context) {
    Optional<T> found = find(key, type);
    if (found.isPresent()) {
      return found.get();
    }
    context.checkCancelled();
    long start = System.nanoTime();
    T value = unit.get();
    Line line = new Line(key, (System.nanoTime() - start) / 1e9, value);
    file.ifPresent(kept -> kept.append(line));
    lines.put(key, line);
    done++;
    context.progress(done, Math.max(done, missing), "units");
    return value;
  }
}
