package eifexplorer.dataset.format;

import eifexplorer.dataset.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words in which people say what a part of a data set is for, as names of folders and in columns of lists. */
public enum SplitWord {
  /** What is trained on. */
  TRAIN("train", "training", "trainval", "trn"),
  /** What is tested. */
  TEST("test", "testing", "tst", "eval", "evaluation", "holdout", "heldout"),
  /** Kept apart while training; tested where nothing else is. */
  VALIDATION("val", "valid", "validation", "validate", "dev", "develop", "development"),
  /** What is looked for in the gallery. */
  QUERY("query", "queries", "probe", "probes"),
  /** What queries are looked for in. */
  GALLERY("gallery");

  /** What people write beside the word, as in {@code 01_train_images}; no one begins another, so that looking is linear. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "bounding|box|set|split|data|folder|part|fold|images?|imgs?|pictures?|pics|photos?|public|private");

  private static final Pattern SIGNS = Pattern.compile("[\\d\\s_.()-]");

  private static final int LONGEST = 60;

  /** The words with nothing beside them, as in most lists, of which a row a time is asked. */
  private static final Map<String, SplitWord> BARE =
      Arrays.stream(values())
          .flatMap(split -> split.words.stream().map(word -> Map.entry(word, split)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final List<String> words;

  SplitWord(String... words) {
    this.words = List.of(words);
  }

  /**
   * What a word means, whatever its case, with numbers, signs and words such as {@code set} or {@code images} beside it;
   * empty if it is no word for a split.
   */
  public static Optional<SplitWord> of(String text) {
    String letters = SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    if (letters.length() > LONGEST) {
      return Optional.empty();
    }
    SplitWord bare = BARE.get(letters);
    if (bare != null) {
      return Optional.of(bare);
    }
    return Arrays.stream(values()).filter(split -> split.isIn(letters)).findFirst();
  }

  private boolean isIn(String letters) {
    return words.stream()
        .filter(letters::contains)
        .anyMatch(
            word -> isBeside(letters.split(word, 2)[0]) && isBeside(letters.split(word, 2)[1]));
  }

  private static boolean isBeside(String letters) {
    return BESIDE.matcher(letters).replaceAll("").isEmpty();
  }

  /** True for what is trained on. */
  public boolean isTraining() {
    return this == TRAIN;
  }

  /** True for what is searched or searched for in a test. */
  public boolean isTest() {
    return this != TRAIN && this != VALIDATION;
  }

  /**
   * The split.
   *
   * @param validationIsTest whether validation images are tested, as they are where nothing else is
   * @param hasQueries whether there are queries, so that test images are what is searched
   */
  Optional<Split> split(boolean validationIsTest, boolean hasQueries) {
    return switch (this) {
      case TRAIN -> Optional.of(Split.TRAIN);
      case TEST -> Optional.of(hasQueries ? Split.GALLERY : Split.TEST);
      case VALIDATION -> validationIsTest ? Optional.of(Split.TEST) : Optional.empty();
      case QUERY -> Optional.of(Split.QUERY);
      case GALLERY -> Optional.of(Split.GALLERY);
    };
  }
}
