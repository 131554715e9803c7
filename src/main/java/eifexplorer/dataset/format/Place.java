package eifexplorer.dataset.format;

import eifexplorer.dataset.SubjectBox;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;

/**
 * A spot in an annotation file, for messages.
 *
 * @param file the file
 * @param unit what it is made of, such as {@code line}
 * @param number of the unit, counted from 1; 0 for all of them
 */
record Place(Path file, String unit, long number) {
  /** A line, counted from 1. */
  static Place line(Path file, long number) {
    return new Place(file, "line", number);
  }

  /** Where in the file, such as {@code line 3}. */
  String spot() {
    return number == 0 ? unit : unit + " " + number;
  }

  /** A problem at this spot. */
  ProblemException problem(String what, String remedy) {
    return new ProblemException(what, file + ", " + spot(), remedy);
  }

  /** Four fields as a box: column and row of its left upper corner, width and height. */
  SubjectBox box(String left, String top, String width, String height) {
    try {
      return new SubjectBox(
          Double.parseDouble(left),
          Double.parseDouble(top),
          Double.parseDouble(width),
          Double.parseDouble(height));
    } catch (NumberFormatException | ProblemException e) {
      throw problem(
          "The bounding box is \"" + String.join(" ", left, top, width, height) + "\"",
          "It should be four numbers: x, y, and width and height above 0.");
    }
  }
}
