package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something in a workspace whose files are damaged, or of a version of the program that this one doesn't know.
 *
 * @param id name of its folder
 * @param why a sentence
 */
public record Unreadable(String id, String why) {
  /** Something that a reading refused; what can be done is said once, of the list it is named in. */
  public static Unreadable of(String id, ProblemException refused) {
    return new Unreadable(
        id, new ProblemException(refused.what(), refused.where(), "").getMessage());
  }

  /**
   * Counts and names what is left out of a list, such as {@code 1 model is damaged and left out: old (The JSON is empty)}.
   *
   * @param one what one is called, such as {@code model}
   */
  public static String sentence(String one, List<Unreadable> all) {
    return all.size()
        + (all.size() == 1 ? " " + one + " is" : " " + one + "s are")
        + " damaged and left out: "
        + names(all);
  }

  /** Ids with their reasons, on one line. */
  public static String names(List<Unreadable> all) {
    return all.stream()
        .map(damaged -> damaged.id() + " (" + damaged.why() + ")")
        .collect(Collectors.joining("; "));
  }
}
