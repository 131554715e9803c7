package eifexplorer.embedding;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of features, and where they are asked for the averages of the stages behind them, each part into a file of its own;
 * goes on where the shorter of the two was stopped. Not safe for use from several threads.
 */
final class ExtractedRows implements AutoCloseable {
  private final int size;
  private final FeatureWriter features;
  private final @Nullable FeatureWriter stages;
  private int next;

  private ExtractedRows(int size, FeatureWriter features, @Nullable FeatureWriter stages) {
    this.size = size;
    this.features = features;
    this.stages = stages;
    this.next =
        stages == null
            ? features.completedRows()
            : Math.min(features.completedRows(), stages.completedRows());
  }

  /** Of features [rows,size] alone. */
  static ExtractedRows open(Path target, int rows, int size) {
    return new ExtractedRows(size, FeatureWriter.open(target, rows, size), null);
  }

  /** Of features [rows,size] and averages of stages [rows,stageSize]. */
  static ExtractedRows open(Path target, int rows, int size, Path stages, int stageSize) {
    FeatureWriter writer = FeatureWriter.open(target, rows, size);
    try {
      return new ExtractedRows(size, writer, FeatureWriter.open(stages, rows, stageSize));
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** The next row to append: those before are in both files. */
  int completedRows() {
    return next;
  }

  /**
   * Appends a row [F] or [F+D].
   *
   * @throws eifexplorer.problem.ProblemException if a value is not finite, or the disk is full
   */
  void append(float[] row) {
    append(features, Arrays.copyOf(row, size));
    if (stages != null) {
      append(stages, Arrays.copyOfRange(row, size, row.length));
    }
    next++;
  }

  /** A file that was further than the other has the row already. */
  private void append(FeatureWriter writer, float[] row) {
    if (writer.completedRows() == next) {
      writer.append(row, 1);
    }
  }

  /** Gives the files their names, that of the features last, and opens those. */
  FeatureMatrix finish() {
    if (stages != null) {
      stages.finish();
    }
    return features.finish();
  }

  @Override
  public void close() {
    try (features) {
      if (stages != null) {
        stages.close();
      }
    }
  }
}
