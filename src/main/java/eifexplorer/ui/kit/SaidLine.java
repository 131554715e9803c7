package eifexplorer.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The form of something said in English, {@code {0}} wherever anything may stand, with its translation.
 *
 * @param parts what stands before, between and after the places
 * @param text the translation
 */
record SaidLine(List<String> parts, String text) {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private static final Predicate<String> NUMBER = Pattern.compile("\\d").asPredicate();

  /** A line with fewer letters fits too much; it is one with numbers, or with nothing but phrases that are known. */
  private static final int LETTERS = 7;

  static SaidLine of(String english, String text) {
    return new SaidLine(List.of(PLACE.split(english, -1)), text);
  }

  /** How many characters are told; the line that tells more fits better. */
  int told() {
    return parts.stream().mapToInt(String::length).sum();
  }

  /** What stands at its places, each as short as can be; empty if it is not said so. */
  Optional<List<String>> values(String said, Predicate<String> known) {
    String last = parts.get(parts.size() - 1);
    int at = parts.get(0).length();
    int end = said.length() - last.length();
    if (at > end || !said.startsWith(parts.get(0)) || !said.endsWith(last)) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int next = said.indexOf(part, at);
      if (next < 0 || next + part.length() > end) {
        return Optional.empty();
      }
      values.add(said.substring(at, next));
      at = next + part.length();
    }
    values.add(said.substring(at, end));
    return fits(values, known) ? Optional.of(values) : Optional.empty();
  }

  private boolean fits(List<String> values, Predicate<String> known) {
    long letters = parts.stream().flatMapToInt(String::chars).filter(Character::isLetter).count();
    return letters >= LETTERS
        || Stream.concat(parts.stream(), values.stream()).anyMatch(NUMBER)
        || values.stream().allMatch(value -> value.indexOf(' ') > 0 && known.test(value));
  }
}
