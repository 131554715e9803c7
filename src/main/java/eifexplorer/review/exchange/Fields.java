package eifexplorer.review.exchange;

import eifexplorer.review.DecisionRows.Row;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into JSON of others, of which nothing is sure. */
final class Fields {
  private Fields() {}

  /** A field as text; empty if it is none, or no text or number. */
  static String text(@Nullable Object of, String name) {
    Object value = of instanceof Map<?, ?> map ? map.get(name) : null;
    return value instanceof String || value instanceof Number ? value.toString() : "";
  }

  /** A field's elements but for nulls; none if it is no list. */
  static List<?> list(@Nullable Object of, String name) {
    return of instanceof Map<?, ?> map && map.get(name) instanceof List<?> list
        ? list.stream().filter(Objects::nonNull).toList()
        : List.of();
  }

  /** A field that is an object. */
  static Optional<Map<?, ?>> object(@Nullable Object of, String name) {
    return of instanceof Map<?, ?> map && map.get(name) instanceof Map<?, ?> inner
        ? Optional.of(inner)
        : Optional.empty();
  }

  /** What is said of a claim besides its label, in fields that no other program has a use for. */
  static void put(Map<String, Object> into, JournalEntry claim) {
    into.put("reason", claim.reason());
    into.put("method", claim.method());
    into.put("also", claim.also());
    into.put("proposed", claim.proposed());
    into.put("resolved", claim.kind() == DecisionKind.RESOLVE);
  }

  /** A row with what {@link #put} wrote, if it is there. */
  static Row row(
      String place,
      String path,
      String word,
      String annotator,
      String time,
      @Nullable Object of,
      String old) {
    return new Row(
        place,
        path,
        DecisionFormat.label(word),
        annotator,
        time,
        of instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("resolved")),
        text(of, "reason"),
        text(of, "method"),
        text(of, "also"),
        text(of, "proposed"),
        old);
  }

  /** The first that is not empty. */
  static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
