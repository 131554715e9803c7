package eifexplorer.dataset;

/**
 * A class of a data set.
 *
 * @param label dense label: training classes are 0..C-1 in the order of the class list, test-only classes follow
 * @param number its number in the data set's own class list, counted from 1
 * @param name as the data set gives it, such as {@code 001.Black_footed_Albatross}
 */
public record ClassLabel(int label, int number, String name) {
  /** The name for people: without a leading number, underscores as spaces. */
  public String displayName() {
    return name.replaceFirst("^\\d+\\.", "").replace('_', ' ');
  }
}
