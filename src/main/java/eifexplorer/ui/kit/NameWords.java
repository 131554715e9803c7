package eifexplorer.ui.kit;

import java.util.ArrayList;
import java.util.List;
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
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SIGNS = Pattern.compile("(?<=[_/\\-])(?=.)");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  /** Words considered alone; of a longer name some are taken together. */
  private static final int MOST = 8;

  /** Names of so few words have abbreviations of every length, of somewhat more of two lengths. */
  private static final int FEW = 4;

  private static final int SOME = 6;

  /** The words of a name. */
  static NameWords of(String name) {
    boolean spaced = name.strip().indexOf(' ') >= 0;
    return new NameWords(List.of((spaced ? SPACES : SIGNS).split(name.strip())), spaced);
  }

  /** A word as it is written; nothing if it is left out. */
  private record Written(String text, double loss, double width) {}

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
        together().stream().map(word -> choices(word, weight.applyAsDouble(word), width)).toList();
    List<ShortForm> forms = new ArrayList<>();
    extend(choices, List.of(), 0, -width.applyAsDouble(between()), forms);
    return forms;
  }

  private static List<ShortForm> beginnings(String word, ToDoubleFunction<String> width) {
    return IntStream.rangeClosed(1, word.length() - 2)
        .filter(end -> !partsNumberOrSign(word, end))
        .mapToObj(end -> word.substring(0, end) + ShortForm.GAP)
        .map(
            text ->
                new ShortForm(
                    List.of(text), "", word.length() - text.length(), width.applyAsDouble(text)))
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

  private List<Integer> lengths() {
    if (words.size() <= FEW) {
      return List.of(1, 2, 3, 4);
    }
    return words.size() <= SOME ? List.of(1, 3) : List.of(1);
  }

  private List<Written> choices(String word, double weight, ToDoubleFunction<String> width) {
    double space = width.applyAsDouble(between());
    List<Written> choices = new ArrayList<>();
    choices.add(new Written(word, 0, width.applyAsDouble(word) + space));
    if (spaced && !DIGIT.matcher(word).find()) {
      int letters = word.codePointCount(0, word.length());
      // One small letter reads as a slip: "Gray c. Rosy Finch".
      int least = Character.isLowerCase(word.codePointAt(0)) ? 2 : 1;
      for (int length : lengths()) {
        int i = Math.max(length, least);
        if (i + 1 < letters) {
          String begun = word.substring(0, word.offsetByCodePoints(0, i)) + ".";
          double loss = weight * (0.6 + 0.02 * i) + 0.1;
          choices.add(new Written(begun, loss, width.applyAsDouble(begun) + space));
        }
      }
    }
    choices.add(new Written("", weight + 0.15, width.applyAsDouble(ShortForm.GAP)));
    return choices;
  }

  private void extend(
      List<List<Written>> choices,
      List<String> begun,
      double loss,
      double width,
      List<ShortForm> forms) {
    if (begun.size() == choices.size()) {
      if (loss > 0 && begun.stream().anyMatch(part -> !part.isEmpty())) {
        forms.add(new ShortForm(begun, between(), loss, width));
      }
      return;
    }
    for (Written next : choices.get(begun.size())) {
      boolean sameGap =
          next.text().isEmpty() && !begun.isEmpty() && begun.get(begun.size() - 1).isEmpty();
      List<String> longer = new ArrayList<>(begun);
      longer.add(next.text());
      extend(choices, longer, loss + next.loss(), width + (sameGap ? 0 : next.width()), forms);
    }
  }

  private String between() {
    return spaced ? " " : "";
  }
}
