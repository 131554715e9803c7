package eifexplorer.run;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.DatasetReference;
import java.util.ArrayList;
import java.util.List;

/** Divides a data set's training classes into those a run in mode train learns and those it is measured on. */
final class ValidationSplit {
  private ValidationSplit() {}

  /**
   * The same data set with the first half of the training classes, by number, trained on and the others tested.
   *
   * @throws ProblemException with fewer than four training classes
   */
  static DatasetReference of(DatasetReference whole, ImageDataset dataset) {
    List<Integer> numbers =
        dataset.classes().subList(0, dataset.trainClassCount()).stream()
            .map(ClassLabel::number)
            .sorted()
            .toList();
    if (numbers.size() < 4) {
      throw ProblemException.badValue(
          "number of training classes", numbers.size(), "4 or more in mode train");
    }
    int half = numbers.size() / 2;
    return whole.with(
        split ->
            split
                .trainClasses(ranges(numbers.subList(0, half)))
                .testClasses(ranges(numbers.subList(half, numbers.size()))));
  }

  /** Ascending numbers as {@code 1-25,30}. */
  static String ranges(List<Integer> numbers) {
    List<String> parts = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= numbers.size(); i++) {
      if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
        int from = numbers.get(first);
        int to = numbers.get(i - 1);
        parts.add(from == to ? "" + from : from + "-" + to);
        first = i;
      }
    }
    return String.join(",", parts);
  }
}
