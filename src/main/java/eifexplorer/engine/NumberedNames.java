package eifexplorer.engine;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of a family's networks: a few that everybody knows, and for all others one made of their numbers, such as
 * {@code convnext-3-3-9-3-w96}: plain numbers first, then one for each letter.
 */
final class NumberedNames {
  private static final int LARGEST = 9999;

  private final String family;
  private final int plain;
  private final List<String> letters;
  private final Pattern pattern;
  private final Map<String, List<Integer>> known = new LinkedHashMap<>();

  NumberedNames(String family, int plain, String... letters) {
    this.family = family;
    this.plain = plain;
    this.letters = List.of(letters);
    StringBuilder text = new StringBuilder(Pattern.quote(family));
    text.append("-(\\d{1,4})".repeat(plain));
    this.letters.forEach(letter -> text.append('-').append(letter).append("(\\d{1,4})"));
    this.pattern = Pattern.compile(text.toString());
  }

  /** Adds a name that everybody knows. */
  NumberedNames known(String name, Integer... numbers) {
    known.put(name, List.of(numbers));
    return this;
  }

  /** The names that everybody knows. */
  List<String> known() {
    return List.copyOf(known.keySet());
  }

  /** The numbers of a name; empty if it is none of this family. */
  Optional<List<Integer>> parse(String name) {
    List<Integer> numbers = known.get(name);
    if (numbers != null) {
      return Optional.of(numbers);
    }
    Matcher match = pattern.matcher(name);
    if (!match.matches()) {
      return Optional.empty();
    }
    Integer[] read = new Integer[match.groupCount()];
    Arrays.setAll(read, i -> Integer.valueOf(match.group(i + 1)));
    return Optional.of(List.of(read));
  }

  /** The name of these numbers. */
  String name(List<Integer> numbers) {
    for (Map.Entry<String, List<Integer>> entry : known.entrySet()) {
      if (entry.getValue().equals(numbers)) {
        return entry.getKey();
      }
    }
    StringBuilder name = new StringBuilder(family);
    for (int i = 0; i < numbers.size(); i++) {
      name.append('-').append(i < plain ? "" : letters.get(i - plain)).append(numbers.get(i));
    }
    return name.toString();
  }

  /** Throws {@link ProblemException} unless each number is from {@code least} to 9999. */
  void require(int least, List<Integer> numbers) {
    if (numbers.stream().anyMatch(n -> n < least || n > LARGEST)) {
      throw ProblemException.badValue(
          family, numbers, "whole numbers from " + least + " to " + LARGEST);
    }
  }
}
