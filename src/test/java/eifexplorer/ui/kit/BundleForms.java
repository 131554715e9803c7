package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a text and its translation have in common, whatever the language. */
final class BundleForms {
  private static final Pattern PLACES = Pattern.compile("\\{\\d}|%[sd]");

  private BundleForms() {}

  /** Fails unless each text has the places of its key and begins and ends with a space where that does. */
  static void assertSame(Map<?, ?> bundle) {
    bundle.forEach(
        (key, text) -> assertEquals(form((String) key), form((String) text), (String) key));
  }

  private static List<Object> form(String text) {
    return List.of(
        PLACES.matcher(text).results().map(MatchResult::group).sorted().toList(),
        text.startsWith(" "),
        text.endsWith(" "));
  }
}
