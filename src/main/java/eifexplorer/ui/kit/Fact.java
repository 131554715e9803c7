package eifexplorer.ui.kit;

import eifexplorer.problem.PlainText;

/**
 * One line of a list of facts.
 *
 * @param name what it is
 * @param value in words
 */
public record Fact(String name, String value) {
  /** Whatever a file says, nothing is in a value that is not seen. */
  public Fact {
    value = PlainText.lines(value);
  }
}
