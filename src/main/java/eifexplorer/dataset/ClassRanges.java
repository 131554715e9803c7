package eifexplorer.dataset;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads which classes a person means: {@code 1-25,30} or names, separated by commas.
 *
 * <p>Numbers are positions in the class list, counted from 1, even where the names themselves are numbers. A name may be
 * given in any case, with or without its leading number and with spaces for underscores.
 */
public final class ClassRanges {
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\s*-\\s*(\\d{1,9}))?");

  private ClassRanges() {}

  /**
   * Positions in the class list, counted from 0, in ascending order.
   *
   * @throws ProblemException for a number outside the list and for an unknown or ambiguous name
   */
  public static Set<Integer> parse(String text, List<String> classNames) {
    if (classNames.isEmpty()) {
      throw new ProblemException("There are no classes to choose from", "", "");
    }
    Set<Integer> positions = new TreeSet<>();
    if (classNames.contains(text.strip())) {
      positions.add(classNames.indexOf(text.strip()));
      return positions;
    }
    for (String part : text.split(",", -1)) {
      Matcher numbers = NUMBERS.matcher(part.strip());
      if (numbers.matches()) {
        addRange(numbers, classNames, positions);
      } else if (!part.isBlank()) {
        positions.add(byName(part.strip(), classNames));
      }
    }
    if (positions.isEmpty()) {
      throw ProblemException.badValue("The list of classes", "empty", "for example 1-25,30");
    }
    return positions;
  }

  private static void addRange(Matcher numbers, List<String> classNames, Set<Integer> positions) {
    int first = Integer.parseInt(numbers.group(1));
    int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
    if (first < 1 || last > classNames.size() || first > last) {
      throw new ProblemException(
          "The class range " + numbers.group() + " does not fit",
          "",
          String.format(
              Locale.ROOT,
              "The classes are numbered 1 (%s) to %d (%s).",
              classNames.get(0),
              classNames.size(),
              classNames.get(classNames.size() - 1)));
    }
    IntStream.range(first - 1, last).forEach(positions::add);
  }

  private static int byName(String name, List<String> classNames) {
    List<Function<String, String>> readings =
        List.of(
            Function.identity(),
            ClassRanges::folded,
            known -> folded(new ClassLabel(0, 1, known).displayName()));
    for (Function<String, String> reading : readings) {
      String wanted = reading.apply(name);
      int[] found =
          IntStream.range(0, classNames.size())
              .filter(i -> reading.apply(classNames.get(i)).equals(wanted))
              .toArray();
      if (found.length == 1) {
        return found[0];
      }
      if (found.length > 1) {
        throw ProblemException.ofValue(
            name,
            "The class name \"" + name + "\" fits more than one class",
            "Give the number: " + (found[0] + 1) + " or " + (found[1] + 1) + ".");
      }
    }
    throw ProblemException.ofValue(
        name,
        "There is no class \"" + name + "\"",
        NearestNames.question(name, classNames)
            + "Nearest names: "
            + String.join(", ", NearestNames.of(name, classNames))
            + ".");
  }

  private static String folded(String name) {
    return name.replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
