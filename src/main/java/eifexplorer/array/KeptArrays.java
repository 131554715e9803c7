package eifexplorer.array;

import eifexplorer.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is kept only to save time: a damaged file is as good as none, and is written again; where nothing can be written, as
 * in somebody else's workspace or on a full disk, the result is still worth having.
 */
public final class KeptArrays {
  private static final Logger LOG = LoggerFactory.getLogger(KeptArrays.class);

  private KeptArrays() {}

  /**
   * Keeps a result.
   *
   * @param write throws {@link ProblemException} if it can't
   * @return false if it could not be kept, which the log tells
   */
  public static boolean keep(Runnable write) {
    try {
      write.run();
      return true;
    } catch (ProblemException e) {
      LOG.warn("The result is computed again next time. {}", e.getMessage());
      return false;
    }
  }

  /**
   * What {@code content} makes of an archive.
   *
   * @return empty if there is no such file, or it can't be read or understood, which the log tells
   */
  public static <T> Optional<T> read(Path file, Function<Npz, T> content) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Npz npz = Npz.open(file)) {
      return Optional.of(content.apply(npz));
    } catch (ProblemException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | ArithmeticException e) {
      LOG.warn("A kept result is damaged and is computed again. {}: {}", file, e.getMessage());
      return Optional.empty();
    }
  }
}
