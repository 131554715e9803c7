package eifexplorer.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A name as words, and all its short forms. A name without spaces, such as {@code id_00000001}, is parted after its
 * underscores, hyphens and slashes.
 *
 * @param words in order
 * @param spaced whether spaces stand between them
 */
record NameWords(List<String> words, boolean spaced) {
  private static final String GAP = "…";
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SIGNS = Pattern.compile("(?<=[_/\\-])(?=.)");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  /** Words considered alone; of a longer name some are taken together. */
  private static final int MOST = 8;

  /** Names of so few words have abbreviations of several lengths. */
  private static final int FEW = 4;

  private static final int LONGEST_ABBREVIATION = 4;

  /** The words of a name. */
  static NameWords of(String name) {
    boolean spaced = name.strip().indexOf(' ') >= 0;
    return new NameWords(List.of((spaced ? SPACES : SIGNS).split(name.strip())), spaced);
  }

  /** A word as it is written; nothing if it is left out. */
  private record Written(String text, double loss) {}

  /**
   * All short forms, in no order.
   *
   * @param weight what is lost with a word
   * @param width of a text on one line
   */
  List<ShortForm> forms(ToDoubleFunction<String> weight, ToDoubleFunction<String> width) {
    if (words.size() == 1) {
      return beginnings(words.get(0), width);
    }
    List<List<Written>> choices =
        together().stream().map(word -> choices(word, weight.applyAsDouble(word))).toList();
    Map<String, Double> known = new HashMap<>();
    List<ShortForm> forms = new ArrayList<>();
    extend(
        choices,
        new ArrayList<>(),
        0,
        text -> known.computeIfAbsent(text, width::applyAsDouble),
        forms);
    return forms;
  }

  private static List<ShortForm> beginnings(String word, ToDoubleFunction<String> width) {
    return IntStream.rangeClosed(1, word.length() - 2)
        .filter(end -> !partsNumberOrSign(word, end))
        .mapToObj(end -> word.substring(0, end) + GAP)
        .map(text -> new ShortForm(text, word.length() - text.length(), width.applyAsDouble(text)))
        .toList();
  }

  private static boolean partsNumberOrSign(String word, int end) {
    return (Character.isDigit(word.charAt(end - 1)) && Character.isDigit(word.charAt(end)))
        || Character.isSurrogatePair(word.charAt(end - 1), word.charAt(end));
  }

  /** The words, neighbours joined until there are few enough. */
  private List<String> together() {
    if (words.size() <= MOST) {
      return words;
    }
    return IntStream.range(0, MOST)
        .mapToObj(i -> words.subList(i * words.size() / MOST, (i + 1) * words.size() / MOST))
        .map(part -> String.join(spaced ? " " : "", part))
        .toList();
  }

  private List<Written> choices(String word, double weight) {
    List<Written> choices = new ArrayList<>();
    choices.add(new Written(word, 0));
    if (spaced && !DIGIT.matcher(word).find()) {
      int longest = words.size() <= FEW ? LONGEST_ABBREVIATION : 1;
      int letters = word.codePointCount(0, word.length());
      for (int i = 1; i <= longest && i + 1 < letters; i++) {
        String begun = word.substring(0, word.offsetByCodePoints(0, i));
        choices.add(new Written(begun + ".", weight * (0.6 + 0.02 * i) + 0.1));
      }
    }
    choices.add(new Written("", weight + 0.15));
    return choices;
  }

  private void extend(
      List<List<Written>> choices,
      List<Written> begun,
      double loss,
      ToDoubleFunction<String> width,
      List<ShortForm> forms) {
    if (begun.size() == choices.size()) {
      if (loss > 0 && begun.stream().anyMatch(written -> !written.text().isEmpty())) {
        forms.add(form(begun, loss, width));
      }
      return;
    }
    for (Written next : choices.get(begun.size())) {
      begun.add(next);
      extend(choices, begun, loss + next.loss(), width, forms);
      begun.remove(begun.size() - 1);
    }
  }

  private ShortForm form(List<Written> all, double loss, ToDoubleFunction<String> width) {
    String between = spaced ? " " : "";
    StringBuilder text = new StringBuilder();
    double wide = 0;
    for (int i = 0; i < all.size(); i++) {
      String part = all.get(i).text();
      if (part.isEmpty() && i > 0 && all.get(i - 1).text().isEmpty()) {
        continue;
      }
      part = part.isEmpty() ? GAP : part;
      String before = text.isEmpty() ? "" : between;
      text.append(before).append(part);
      wide += width.applyAsDouble(part) + (before.isEmpty() ? 0 : width.applyAsDouble(before));
    }
    return new ShortForm(text.toString(), loss, wide);
  }
}
