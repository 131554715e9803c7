package eifexplorer.dataset.format;

import eifexplorer.dataset.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words in which people say what a part of a data set is for, as names of folders and in columns of lists. */
public enum SplitWord {
  /** What is trained on. */
  TRAIN("train", "training", "trn", "trainset", "train_set", "train_images", "bounding_box_train"),
  /** What is tested. */
  TEST("test", "testing", "tst", "testset", "test_set", "test_images", "bounding_box_test"),
  /** Kept apart while training; tested where nothing else is. */
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
  /** What is looked for in the gallery. */
  QUERY("query", "queries", "probe"),
  /** What queries are looked for in. */
  GALLERY("gallery");

  private final List<String> words;

  SplitWord(String... words) {
    this.words = List.of(words);
  }

  /** What a word means, whatever its case; empty if it is no word for a split. */
  public static Optional<SplitWord> of(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(values()).filter(split -> split.words.contains(word)).findFirst();
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
