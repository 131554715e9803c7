package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A value in a file of this user's. A broken file never stops the program: it starts with the initial value. */
final class KeptJson<T extends Record> {
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

  /**
   * Saves, with what a newer version of the program wrote besides; a file that was damaged when it was read last stays
   * beside it. A failure is logged and no more, since losing a preference must not stop work.
   *
   * @return why it is not saved; empty if it is
   */
  Optional<ProblemException> save(T value) {
    try {
      if (trouble.isPresent() && Files.isRegularFile(file)) {
        Files.move(file, free(damaged(file)));
      }
      Json.write(file, Json.over(file, value));
      trouble = Optional.empty();
      return Optional.empty();
    } catch (ProblemException e) {
      return notSaved(e);
    } catch (IOException e) {
      return notSaved(
          ProblemException.inFile(file, "The file can't be written", "Check its permissions."));
    }
  }

  private static Optional<ProblemException> notSaved(ProblemException why) {
    LOG.warn("The file is not saved. {}", why.getMessage());
    return Optional.of(why);
  }

  /** A name that no earlier damaged file has: {@code settings.json.damaged}, {@code settings.json.damaged.2}. */
  private static Path free(Path first) {
    Path free = first;
    for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
      free = first.resolveSibling(first.getFileName() + "." + number);
    }
    return free;
  }

  /** Where the first damaged file is kept. */
  static Path damaged(Path file) {
    return file.resolveSibling(file.getFileName() + ".damaged");
  }
}
