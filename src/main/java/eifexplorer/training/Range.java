package eifexplorer.training;

import eifexplorer.problem.ProblemException;

/** Checks of a plan's values; each throws {@link ProblemException} with the field's name, value and range. */
final class Range {
  private Range() {}

  static void whole(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw ProblemException.badValue(field, value, least + " to " + most);
    }
  }

  static void atLeastZero(String field, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw ProblemException.badValue(field, value, "0 or more");
    }
  }

  static void aboveZero(String field, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw ProblemException.badValue(field, value, "above 0");
    }
  }
}
