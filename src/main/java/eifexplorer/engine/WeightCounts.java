package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names and shapes of a file's weights tell about its network. */
final class WeightCounts {
  private WeightCounts() {}

  /** One more than the largest number in the only group of {@code pattern} among the names it fits; 1 if it fits none. */
  static int count(StateDict weights, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    int largest = 0;
    for (String name : weights.names()) {
      Matcher match = compiled.matcher(name);
      if (match.matches()) {
        largest = Math.max(largest, Integer.parseInt(match.group(1)));
      }
    }
    return largest + 1;
  }

  /**
   * Length of an axis of a weight.
   *
   * @throws ProblemException if the weight is missing or has not so many axes
   */
  static int axis(StateDict weights, String name, int axis) {
    int[] shape = weights.get(name).shape();
    if (axis >= shape.length) {
      throw new ProblemException(
          "The weights \"" + name + "\" have " + shape.length + " axes",
          "",
          "Choose another file.");
    }
    return shape[axis];
  }

  /** The whole root of a number. Throws {@link ProblemException} naming {@code what} if it is no square. */
  static int root(int square, String what) {
    int root = (int) Math.round(Math.sqrt(square));
    if (square < 1 || root * root != square) {
      throw new ProblemException(
          "The file has " + square + " " + what + ", which make no square",
          "",
          "Only networks of square images and windows are known.");
    }
    return root;
  }
}
