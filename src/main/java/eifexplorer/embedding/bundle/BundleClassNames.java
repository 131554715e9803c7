package eifexplorer.embedding.bundle;

import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names of a bundle's classes for people. */
final class BundleClassNames {
  private final GivenBundle given;
  private final Map<String, String> ofSamples = new HashMap<>();

  BundleClassNames(GivenBundle given) {
    this.given = given;
    Stream.concat(Stream.of(given.train()), given.test().stream())
        .forEach(
            part -> {
              for (int i = 0; i < part.classNames().size(); i++) {
                ofSamples.putIfAbsent(part.labels().get(i), part.classNames().get(i));
              }
            });
  }

  /** Names of these labels, in their order; {@code class 7} for a number without a name. */
  List<String> of(List<String> labels) {
    boolean numbers = labels.stream().allMatch(label -> label.matches("\\d{1,9}"));
    int first = numbers ? firstLabel(labels) : 0;
    List<String> names = new ArrayList<>();
    for (String label : labels) {
      String named = ofSamples.get(label);
      if (named != null) {
        names.add(named);
      } else if (numbers) {
        int position = Integer.parseInt(label) - first;
        boolean has = !given.classNames().isEmpty();
        names.add(has ? given.classNames().get(position) : "class " + label);
      } else {
        names.add(label);
      }
    }
    return names;
  }

  /** The label of the first class name: 0, or 1 where there are as many names as the largest label says. */
  private int firstLabel(List<String> labels) {
    int largest = labels.stream().mapToInt(Integer::parseInt).max().orElse(0);
    int smallest = labels.stream().mapToInt(Integer::parseInt).min().orElse(0);
    int names = given.classNames().size();
    if (names == 0 || names > largest) {
      return 0;
    }
    if (names == largest && smallest > 0) {
      return 1;
    }
    throw new ProblemException(
        names == 1
            ? "There is 1 class name, but a class has number " + largest
            : "There are " + names + " class names, but a class has number " + largest,
        given.path().toString(),
        "Give a name for each number, from 0 on.");
  }
}
