package eifexplorer.dataset;

import eifexplorer.problem.PlainText;

/**
 * A class of a data set.
 *
 * @param label dense label: training classes are 0..C-1 in the order of the class list, test-only classes follow
 * @param number its number in the data set's own class list, counted from 1
 * @param name as the data set gives it, such as {@code 001.Black_footed_Albatross}
 */
public record ClassLabel(int label, int number, String name) {
  /** The name for people: without a leading number, underscores as spaces, nothing in it that is not seen. */
  public String displayName() {
    return PlainText.of(name.replaceFirst("^\\d+\\.", "").replace('_', ' '));
  }
}
