package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A value in a file of this user's. A broken file never stops the program: it starts with the initial value. */
final class KeptJson<T> {
  private static final Logger LOG = LoggerFactory.getLogger(KeptJson.class);

  private final Path file;
  private final Class<T> type;
  private final T initial;
  private volatile Optional<ProblemException> trouble = Optional.empty();

  KeptJson(Path file, Class<T> type, T initial) {
    this.file = file;
    this.type = type;
    this.initial = initial;
  }

  /** What was wrong with the file when it was read last; empty if nothing was. */
  Optional<ProblemException> trouble() {
    return trouble;
  }

  /** What was saved last, or the initial value. */
  T load() {
    trouble = Optional.empty();
    if (!Files.exists(file)) {
      return initial;
    }
    try {
      return Json.read(file, type);
    } catch (ProblemException e) {
      LOG.warn("The file is read as new. {}", e.getMessage());
      trouble = Optional.of(e);
      return initial;
    }
  }

  /** Saves; a failure is logged, since losing a preference must not stop work. */
  void save(T value) {
    try {
      Json.write(file, value);
    } catch (ProblemException e) {
      LOG.warn("The file is not saved. {}", e.getMessage());
    }
  }
}
