package eifexplorer.dataset.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a list that say what a row is for: {@code split} in a word, or yes-or-no columns such as {@code is_train}
 * and {@code is_valid}; {@code is_query} and {@code is_gallery} then divide what is tested.
 */
final class SplitColumns {
  static final String SPLIT = "split";
  private static final String QUERY = "is_query";
  private static final String GALLERY = "is_gallery";
  private static final Set<String> YES = Set.of("1", "1.0", "true", "t", "yes", "y");
  private static final Set<String> NO = Set.of("0", "0.0", "false", "f", "no", "n");

  /** Yes-or-no columns by their names: what yes means; no means the other of training and test. */
  private static final Map<String, SplitWord> FLAGS =
      Map.of(
          "is_train", SplitWord.TRAIN,
          "is_training", SplitWord.TRAIN,
          "is_training_image", SplitWord.TRAIN,
          "is_test", SplitWord.TEST,
          "is_val", SplitWord.VALIDATION,
          "is_valid", SplitWord.VALIDATION,
          "is_validation", SplitWord.VALIDATION);

  private final boolean hasSplit;
  private final List<String> flags;
  private final boolean hasQueries;

  /** The columns of a list; upper and lower case are the same in the set. */
  SplitColumns(Set<String> columns) {
    hasSplit = columns.contains(SPLIT);
    flags = FLAGS.keySet().stream().filter(columns::contains).sorted().toList();
    hasQueries = columns.contains(QUERY) || columns.contains(GALLERY);
  }

  /** What a row is for; empty if no column says it. */
  Optional<SplitWord> of(LooseCsv.Line line, Place place) {
    Optional<SplitWord> part =
        hasSplit ? Optional.of(word(line.value(SPLIT), place)) : flagged(line, place);
    if (!hasQueries || part.filter(SplitWord::isTraining).isPresent()) {
      return part;
    }
    boolean query = isYes(line, QUERY, place).orElse(false);
    boolean gallery = isYes(line, GALLERY, place).orElse(false);
    if (query && gallery) {
      return Optional.of(SplitWord.TEST);
    }
    return query ? Optional.of(SplitWord.QUERY) : gallery ? Optional.of(SplitWord.GALLERY) : part;
  }

  private Optional<SplitWord> flagged(LooseCsv.Line line, Place place) {
    List<SplitWord> said = flags.stream().flatMap(flag -> flagged(line, flag, place)).toList();
    // A row that one column calls training and another validation, as a "no" may, is for what a
    // "yes" says.
    return said.stream()
        .filter(word -> !word.isTraining())
        .findFirst()
        .or(() -> said.stream().findFirst());
  }

  private static Stream<SplitWord> flagged(LooseCsv.Line line, String flag, Place place) {
    SplitWord yes = FLAGS.getOrDefault(flag, SplitWord.TRAIN);
    SplitWord no = yes == SplitWord.TRAIN ? SplitWord.TEST : SplitWord.TRAIN;
    return isYes(line, flag, place).map(is -> is ? yes : no).stream();
  }

  private static Optional<Boolean> isYes(LooseCsv.Line line, String column, Place place) {
    String text = line.value(column).toLowerCase(Locale.ROOT);
    if (YES.contains(text) || NO.contains(text)) {
      return Optional.of(YES.contains(text));
    }
    if (text.isBlank() || text.equals("nan") || text.equals("none")) {
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
