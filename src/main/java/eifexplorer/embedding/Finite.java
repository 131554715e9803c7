package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;

/** Refuses numbers that would make a ranking silently wrong. */
final class Finite {
  private Finite() {}

  /** Throws {@link ProblemException} naming the first value that is not a number or infinite. */
  static void require(String what, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new ProblemException(
            "Element " + i + " of the " + what + " is " + values[i],
            "",
            "Train or export the model again.");
      }
    }
  }

  /**
   * Checks the first {@code rows} rows of {@code columns} values.
   *
   * @param where array or file shown in the message
   * @param firstRow row of the whole array that {@code values} begins with
   * @throws ProblemException naming row and column of the first value that is not a number or infinite
   */
  static void requireRows(String where, float[] values, int rows, int columns, int firstRow) {
    for (int i = 0; i < rows * columns; i++) {
      if (!Float.isFinite(values[i])) {
        throw new ProblemException(
            "Row "
                + (firstRow + i / columns)
                + ", column "
                + i % columns
                + " of the features is "
                + values[i],
            where,
            "Compute the features again.");
      }
    }
  }

  /** Throws {@link ProblemException} naming the image whose features a network could not say. */
  static void requireFeatures(Path image, float[] features) {
    for (int i = 0; i < features.length; i++) {
      if (!Float.isFinite(features[i])) {
        throw ProblemException.inFile(
            image,
            "Feature " + i + " that the network gives this image is " + features[i],
            "If other images go well, leave this one out; else the network's weights or how images"
                + " are normalised (mean, std) are wrong: get or export it again.");
      }
    }
  }

  /** Throws {@link ProblemException} naming the first row, counted from {@code firstRow}, that is not finite. */
  static void requireEmbeddings(float[] values, int columns, int firstRow) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new ProblemException(
            "The embedding of sample " + (firstRow + i / columns) + " is " + values[i],
            "",
            "Its features times the last layer's weights are too large: scale the features, or"
                + " train or export the model again.");
      }
    }
  }
}
