package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a feature matrix are kept: a file, and which of its rows, in order. What another process that sees the
 * same file opens the very same rows by; immutable.
 */
public final class StoredRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int from;
  private final int count;

  /** Rows of the file; null if they are {@code from} and those after it. */
  private final int @Nullable [] rows;

  private StoredRows(String file, int from, int count, int @Nullable [] rows) {
    this.file = file;
    this.from = from;
    this.count = count;
    this.rows = rows;
  }

  /** Where a matrix's rows are; empty if they are not all in one mapped file. */
  public static Optional<StoredRows> of(FeatureMatrix features) {
    if (features instanceof MappedFeatures mapped) {
      return mapped.file().map(file -> new StoredRows(file.toString(), 0, mapped.rows(), null));
    }
    if (features instanceof SelectedRows selected) {
      int[] chosen = selected.chosen();
      return of(selected.source())
          .map(
              all ->
                  new StoredRows(
                      all.file, 0, chosen.length, IntStream.of(chosen).map(all::row).toArray()));
    }
    return Optional.empty();
  }

  private int row(int i) {
    return rows == null ? from + i : rows[i];
  }

  /** The file. */
  public Path file() {
    return Path.of(file);
  }

  /** How many there are. */
  public int size() {
    return count;
  }

  /** Those from {@code first} (included) to {@code last} (excluded). */
  public StoredRows range(int first, int last) {
    return rows == null
        ? new StoredRows(file, from + first, last - first, null)
        : new StoredRows(file, 0, last - first, Arrays.copyOfRange(rows, first, last));
  }

  /**
   * The rows themselves.
   *
   * @throws eifexplorer.problem.ProblemException if the file is missing, cut short or has fewer rows
   */
  public FeatureMatrix open() {
    MappedFeatures all = MappedFeatures.open(file());
    int[] chosen = IntStream.range(0, count).map(this::row).toArray();
    for (int row : chosen) {
      if (row >= all.rows()) {
        throw ProblemException.inFile(
            file(), "There is no row " + row + " of " + all.rows(), "Open the workspace anew.");
      }
    }
    return SelectedRows.of(all, chosen);
  }
}
