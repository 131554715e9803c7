package eifexplorer.embedding.bundle;

import eifexplorer.dataset.format.SplitWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an array is, as its name says.
 *
 * @param content what it holds
 * @param part whose samples it is about
 */
record ArrayRole(Content content, Part part) {
  /** What an array holds. */
  enum Content {
    FEATURES,
    LABELS,
    PATHS,
    TRUE_LABELS,
    SPLIT,
    CLASS_NAMES,
    WEIGHT,
    BIAS,
    PROXIES,
    CENTRES
  }

  /** The samples of a bundle an array may be about. */
  enum Part {
    TRAIN,
    TEST,
    /** All of them, or nothing said. */
    WHOLE
  }

  private static final Map<Content, Set<String>> NAMES =
      Map.of(
          Content.FEATURES,
          Set.of(
              "features feature feats feat embeddings embedding embeds embed embs emb x vectors z"
                  .split(" ", -1)),
          Content.LABELS,
          Set.of(
              "labels label targets target y class classes class_id class_ids category"
                  .split(" ", -1)),
          Content.PATHS,
          Set.of(
              "paths path files file filenames filename file_names image_paths image_path images image fnames names"
                  .split(" ", -1)),
          Content.TRUE_LABELS,
          Set.of("true_labels true_label clean_labels clean_label".split(" ", -1)),
          Content.SPLIT,
          Set.of("split splits fold subset partition".split(" ", -1)),
          Content.CLASS_NAMES,
          Set.of("class_names class_name classnames label_names label_name".split(" ", -1)),
          Content.WEIGHT,
          Set.of("weight head_weight w".split(" ", -1)),
          Content.BIAS,
          Set.of("bias head_bias b".split(" ", -1)),
          Content.PROXIES,
          Set.of("proxies proxy".split(" ", -1)),
          Content.CENTRES,
          Set.of("centres_per_class"));

  /** Short ways to write a part, beside the usual words. */
  private static final Map<String, Part> SHORT =
      Map.of("tr", Part.TRAIN, "te", Part.TEST, "eval", Part.TEST);

  /** What an array of this name is: {@code train_features}, {@code X_test}, {@code val.labels} and the like; empty if the name says nothing. */
  static Optional<ArrayRole> of(String name) {
    List<String> words = new ArrayList<>();
    Part part = Part.WHOLE;
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
      Optional<Part> named = part(word);
      if (named.isPresent()) {
        part = named.get();
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    Part found = part;
    String rest = String.join("_", words);
    return Arrays.stream(Content.values())
        .filter(content -> NAMES.getOrDefault(content, Set.of()).contains(rest))
        .findFirst()
        .map(content -> new ArrayRole(content, found));
  }

  private static Optional<Part> part(String word) {
    return Optional.ofNullable(SHORT.get(word))
        .or(() -> SplitWord.of(word).map(split -> split.isTraining() ? Part.TRAIN : Part.TEST));
  }

  /** Whether there is one element of it for each sample. */
  boolean isOfSamples() {
    return switch (content) {
      case LABELS, PATHS, TRUE_LABELS, SPLIT, CLASS_NAMES -> true;
      case FEATURES, WEIGHT, BIAS, PROXIES, CENTRES -> false;
    };
  }
}
