package eifexplorer.ui.explore.confusions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words of a search, in lower case; immutable. */
record SearchWords(List<String> words) {
  /** The words of what was typed; none for blank text. */
  static SearchWords of(String typed) {
    return new SearchWords(
        Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /** True if every word occurs in the text, which is in lower case. */
  boolean allIn(String text) {
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
