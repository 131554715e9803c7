package eifexplorer.dataset.format;

import eifexplorer.dataset.SubjectBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A line of an annotation file.
 *
 * @param file the file
 * @param number of the line, counted from 1
 * @param text without white space at its ends, never empty
 */
record AnnotationLine(Path file, int number, String text) {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

  /** The lines of a file that are not blank. */
  static List<AnnotationLine> read(Path file) {
    List<AnnotationLine> lines = new ArrayList<>();
    int number = 0;
    for (String raw : (Iterable<String>) TextFile.read(file).lines()::iterator) {
      number++;
      String text = raw.strip();
      if (!text.isEmpty()) {
        lines.add(new AnnotationLine(file, number, text));
      }
    }
    return lines;
  }

  /** Where it is. */
  Place place() {
    return Place.line(file, number);
  }

  /**
   * Its fields, separated by white space; the last one may contain some.
   *
   * @param names of the fields, for the message when there are fewer
   */
  String[] fields(String... names) {
    String[] fields = SPACES.split(text, names.length);
    if (fields.length < names.length) {
      throw place()
          .problem(
              String.format(
                  Locale.ROOT, "The line has %d of %d fields", fields.length, names.length),
              "It should hold " + String.join(", ", names) + "." + commas());
    }
    return fields;
  }

  /** What to do about fields that are not separated by white space. */
  private String commas() {
    return text.matches("[^\\s]*[,;].*")
        ? " They are separated by spaces, not by commas: replace these, or read the file as a CSV"
            + " list with columns path, label and split."
        : "";
  }

  /** Whether it begins with a column's name, in capitals or not. */
  boolean startsWith(String column) {
    return text.regionMatches(true, 0, column, 0, column.length());
  }

  /** A field as a number of 0 to 999,999,999. */
  int number(String field, String name) {
    if (!WHOLE_NUMBER.matcher(field).matches()) {
      throw place()
          .problem(
              name + " is \"" + field + "\"", "It should be a whole number from 0 to 999999999.");
    }
    return Integer.parseInt(field);
  }

  /** Four fields as a box: column and row of its left upper corner, width and height. */
  SubjectBox box(String left, String top, String width, String height) {
    return place().box(left, top, width, height);
  }

  /** A field as a path below the root. */
  String path(String field) {
    return ImagePaths.relative(field, place());
  }
}
