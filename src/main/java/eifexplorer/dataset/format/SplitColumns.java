package eifexplorer.dataset.format;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The columns of a list that say what a row is for: {@code split} in a word, or yes-or-no columns such as {@code is_train}
 * and {@code is_valid}, or a column of any name that holds nothing but words for training and testing; {@code is_query} and
 * {@code is_gallery} then divide what is tested.
 */
final class SplitColumns {
  static final String SPLIT = "split";
  private static final String QUERY = "is_query";
  private static final String GALLERY = "is_gallery";
  private static final Set<String> YES = Set.of("1", "1.0", "true", "t", "yes", "y");
  private static final Set<String> NO = Set.of("0", "0.0", "false", "f", "no", "n");
  private static final Set<String> UNSAID = Set.of("", "nan", "none");

  /** Yes-or-no columns by the letters of their names: what yes means; no means the other of training and test. */
  private static final Map<String, SplitWord> FLAGS =
      Map.of(
          "istrain", SplitWord.TRAIN,
          "istraining", SplitWord.TRAIN,
          "istrainingimage", SplitWord.TRAIN,
          "istest", SplitWord.TEST,
          "isval", SplitWord.VALIDATION,
          "isvalid", SplitWord.VALIDATION,
          "isvalidation", SplitWord.VALIDATION);

  private final Optional<String> worded;
  private final Map<String, SplitWord> flags = new TreeMap<>();
  private final boolean hasQueries;

  /** Whether the only yes-or-no column says yes and never no: then what is blank means no. */
  private final boolean blankIsNo;

  /**
   * The columns of a list; upper and lower case are the same in their names.
   *
   * @param others columns that mean something else, whatever they hold
   */
  SplitColumns(LooseCsv csv, Set<String> others) {
    Set<String> columns = csv.columns();
    hasQueries = columns.contains(QUERY) || columns.contains(GALLERY);
    List<String> free =
        csv.names().stream()
            .filter(name -> !others.contains(name.toLowerCase(Locale.ROOT)))
            .toList();
    free.forEach(name -> flag(name, csv).ifPresent(word -> flags.put(name, word)));
    blankIsNo =
        flags.size() == 1
            && flags.keySet().stream()
                .allMatch(
                    name ->
                        csv.values(name).anyMatch(text -> is(YES, text))
                            && csv.values(name).noneMatch(text -> is(NO, text)));
    worded =
        columns.contains(SPLIT)
            ? Optional.of(SPLIT)
            : free.stream()
                .filter(name -> flags.isEmpty() && holdsWords(csv.values(name)))
                .findFirst();
  }

  /** What yes means in a column; empty if that is no such column. */
  private static Optional<SplitWord> flag(String name, LooseCsv csv) {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return Optional.ofNullable(FLAGS.get(letters))
        .or(
            () ->
                SplitWord.of(name)
                    .filter(FLAGS::containsValue)
                    .filter(word -> csv.values(name).allMatch(SplitColumns::isFlag)));
  }

  private static boolean is(Set<String> words, String text) {
    return words.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isFlag(String text) {
    return is(YES, text) || is(NO, text) || is(UNSAID, text);
  }

  /** Whether there is nothing but words for splits, training and another. */
  private static boolean holdsWords(Stream<String> values) {
    Set<SplitWord> seen = EnumSet.noneOf(SplitWord.class);
    boolean only =
        values
            .map(SplitWord::of)
            .peek(word -> word.ifPresent(seen::add))
            .allMatch(Optional::isPresent);
    return only && seen.size() > 1 && seen.contains(SplitWord.TRAIN);
  }

  /** What a row is for; empty if no column says it. */
  Optional<SplitWord> of(LooseCsv.Line line, Place place) {
    Optional<SplitWord> part =
        worded.isPresent()
            ? Optional.of(word(line.value(worded.get()), place))
            : flagged(line, place);
    if (!hasQueries || part.filter(SplitWord::isTraining).isPresent()) {
      return part;
    }
    boolean query = isYes(line, QUERY, place).orElse(false);
    boolean gallery = isYes(line, GALLERY, place).orElse(false);
    if (query && gallery) {
      return Optional.of(SplitWord.TEST);
    }
    if (query || gallery) {
      return Optional.of(query ? SplitWord.QUERY : SplitWord.GALLERY);
    }
    // Where nothing else says what a row is for, what is neither asked nor searched is trained on.
    return worded.isEmpty() && flags.isEmpty() ? Optional.of(SplitWord.TRAIN) : part;
  }

  /** What a "yes" says counts more than what a "no" leaves open, and what is not trained on more than training. */
  private Optional<SplitWord> flagged(LooseCsv.Line line, Place place) {
    List<SplitWord> yes = new ArrayList<>();
    List<SplitWord> no = new ArrayList<>();
    flags.forEach(
        (flag, word) ->
            isYes(line, flag, place)
                .or(() -> blankIsNo ? Optional.of(false) : Optional.empty())
                .ifPresent(is -> (is ? yes : no).add(is ? word : opposite(word))));
    List<SplitWord> said = yes.isEmpty() ? no : yes;
    return said.stream()
        .filter(word -> !word.isTraining())
        .findFirst()
        .or(() -> said.stream().findFirst());
  }

  private static SplitWord opposite(SplitWord word) {
    return word.isTraining() ? SplitWord.TEST : SplitWord.TRAIN;
  }

  private static Optional<Boolean> isYes(LooseCsv.Line line, String column, Place place) {
    String text = line.value(column).toLowerCase(Locale.ROOT);
    if (YES.contains(text) || NO.contains(text)) {
      return Optional.of(YES.contains(text));
    }
    if (UNSAID.contains(text)) {
      return Optional.empty();
    }
    throw place.problem(
        "The column " + column + " holds \"" + text + "\"", "Allowed: 1 and 0, true and false.");
  }

  private static SplitWord word(String text, Place place) {
    if (text.isBlank()) {
      throw place.problem("The split is empty", "Fill it in or remove the line.");
    }
    return SplitWord.of(text)
        .orElseThrow(
            () ->
                place.problem(
                    "The split is \"" + text + "\"", "Allowed: train, test, val, query, gallery."));
  }
}
