package eifexplorer.dataset.format;

import eifexplorer.dataset.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words in which people say what a part of a data set is for, as names of folders and in columns of lists. */
enum SplitWord {
  TRAIN("train", "training", "trn", "trainset", "train_set", "train_images", "bounding_box_train"),
  TEST("test", "testing", "tst", "testset", "test_set", "test_images", "bounding_box_test"),
  VALIDATION(
      "val",
      "valid",
      "validation",
      "validate",
      "dev",
      "develop",
      "valset",
      "val_set",
      "val_images"),
  QUERY("query", "queries", "probe"),
  GALLERY("gallery");

  private final List<String> words;

  SplitWord(String... words) {
    this.words = List.of(words);
  }

  /** What a word means, whatever its case; empty if it is no word for a split. */
  static Optional<SplitWord> of(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(values()).filter(split -> split.words.contains(word)).findFirst();
  }

  /** True for what is searched or searched for in a test. */
  boolean isTest() {
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
