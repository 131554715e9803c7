package eifexplorer.embedding;

import eifexplorer.array.Npy;
import eifexplorer.array.NpyHeader;
import eifexplorer.array.NpyHeader.ElementType;
import eifexplorer.array.NpyReader;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;

/** Features in {@code .npy} files; {@link FeatureWriter} writes those that take long to compute. */
public final class FeatureFile {
  private static final int BLOCK_VALUES = 1 << 20;

  private FeatureFile() {}

  /**
   * Opens features [n,F]: float32 is mapped, any other numeric type converted in memory.
   *
   * @throws ProblemException if the file is missing, broken, of another shape, or must be converted and is more than
   *     half of what the program may use
   */
  public static FeatureMatrix open(Path file) {
    NpyHeader header = MappedFeatures.header(file);
    if (header.type() == ElementType.FLOAT32) {
      return MappedFeatures.open(file);
    }
    try (NpyReader reader = NpyReader.open(file)) {
      return inMemory(reader, file.toString());
    }
  }

  /** Writes all of {@code features} to {@code file}, which appears whole or not at all. */
  public static void write(Path file, FeatureMatrix features, JobContext context) {
    try (FeatureWriter writer = FeatureWriter.open(file, features.rows(), features.columns())) {
      int step = blockRows(features.columns());
      float[] block = new float[Math.min(step, features.rows()) * features.columns()];
      for (int row = writer.completedRows(); row < features.rows(); row += step) {
        context.checkCancelled();
        int end = Math.min(features.rows(), row + step);
        features.copyRows(row, end, block, 0);
        writer.append(block, end - row);
      }
      writer.finish();
    }
  }

  /**
   * Reads [n,F] into memory, checking every value.
   *
   * @param where array or file shown in messages
   * @throws ProblemException if it has another shape, is more than half of what the program may use, or is not finite
   */
  public static HeapFeatures inMemory(NpyReader reader, String where) {
    MappedFeatures.requireShape(reader.header(), where);
    Npy.requireFits(Math.multiplyExact(reader.header().size(), 4L), where);
    int rows = (int) reader.header().shape()[0];
    int columns = (int) reader.header().shape()[1];
    float[] values = new float[rows * columns];
    reader.read(values, 0, values.length);
    return checked(values, rows, columns, where);
  }

  /** Values [rows,columns] that were read elsewhere, taken over; every one is checked as {@link #inMemory} does. */
  public static HeapFeatures checked(float[] values, int rows, int columns, String where) {
    Finite.requireRows(where, values, rows, columns, 0);
    return new HeapFeatures(values, rows, columns);
  }

  /** Copies [n,F] to a file, checking every value, and maps it. */
  static FeatureMatrix toFile(NpyReader reader, String where, Path file, JobContext context) {
    MappedFeatures.requireShape(reader.header(), where);
    int rows = (int) reader.header().shape()[0];
    int columns = (int) reader.header().shape()[1];
    try (FeatureWriter writer = FeatureWriter.restart(file, rows, columns)) {
      int step = blockRows(columns);
      float[] block = new float[Math.min(step, rows) * columns];
      for (int row = 0; row < rows; row += step) {
        context.checkCancelled();
        int n = Math.min(step, rows - row);
        reader.read(block, 0, n * columns);
        Finite.requireRows(where, block, n, columns, row);
        writer.append(block, n);
        context.progress(row + n, rows, "rows");
      }
      return writer.finish();
    }
  }

  /** Rows of a block that is read or written at once, about 4 MB. */
  static int blockRows(int columns) {
    return Math.max(1, BLOCK_VALUES / columns);
  }
}
