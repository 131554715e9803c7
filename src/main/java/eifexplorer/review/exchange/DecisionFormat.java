package eifexplorer.review.exchange;

import eifexplorer.review.DecisionRows;
import eifexplorer.review.DecisionRows.Row;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import java.nio.file.Path;
import java.util.List;

/** A file format of another program for labels that people decided about; without state. */
public interface DecisionFormat {
  /** How images that are left out are written where a format has no word of its own for them. */
  String LEFT_OUT = "left out";

  /** What was claimed: a class's name, or the words for an image that is left out. */
  static String word(JournalEntry claim) {
    return claim.kind() == DecisionKind.NONE ? DecisionRows.NO_CLASS : word(claim.after());
  }

  /** A class's name, or the word for an image that is left out. */
  static String word(String label) {
    return label.isEmpty() ? LEFT_OUT : label;
  }

  /** The label of a row by a word. */
  static String label(String word) {
    return word.equals(LEFT_OUT) ? "" : word;
  }

  /** Name on the command line. */
  String id();

  /** What it is, in a few words. */
  String title();

  /** Writes a file, whole or not at all. */
  void write(Path file, DecidedImages images);

  /** True if a file looks like one of this format; {@code start} is its beginning. */
  boolean fits(Path file, String start);

  /**
   * Reads a file.
   *
   * @throws eifexplorer.problem.ProblemException if it is not understood
   */
  List<Row> read(Path file, ImagePaths paths);
}
