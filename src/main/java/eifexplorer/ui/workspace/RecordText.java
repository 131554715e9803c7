package eifexplorer.ui.workspace;

import eifexplorer.ui.kit.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Values as the first versions of the program noted them in a model's provenance, such as {@code
 * TrainingPlan[title=Head, network=NetworkPlan[resize=288], epochs=10]}, in words.
 */
final class RecordText {
  private static final String RECORD = "(?s)[A-Z]\\w*\\[.*]";

  private RecordText() {}

  static boolean isRecord(String text) {
    return text.matches(RECORD);
  }

  /** A fact for the record's plain values, and one for each record in it. */
  static List<Fact> facts(String name, String text) {
    StringJoiner plain = new StringJoiner(" · ");
    List<Fact> inner = new ArrayList<>();
    fields(text)
        .forEach(
            (field, value) -> {
              if (isRecord(value)) {
                inner.addAll(facts(name + ", " + words(field), value));
              } else if (!value.isEmpty()) {
                plain.add(words(field) + " " + value(value));
              }
            });
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(name, plain.toString()));
    facts.addAll(inner);
    return facts;
  }

  /** Its fields in order; a comma within a value is not followed by a name and an equals sign. */
  private static Map<String, String> fields(String text) {
    String inside = text.substring(text.indexOf('[') + 1, text.length() - 1);
    Map<String, String> fields = new LinkedHashMap<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= inside.length(); i++) {
      char at = i < inside.length() ? inside.charAt(i) : ',';
      depth += at == '[' ? 1 : at == ']' ? -1 : 0;
      boolean ends = i == inside.length() || inside.substring(i).matches("(?s), \\w+=.*");
      if (depth == 0 && at == ',' && ends) {
        String[] field = inside.substring(from, i).split("=", 2);
        fields.put(field[0], field.length == 2 ? field[1] : "");
        from = i + 2;
      }
    }
    return fields;
  }

  private static String value(String value) {
    return value.matches("[A-Z][A-Z_]*")
        ? value.toLowerCase(Locale.ROOT).replace('_', ' ')
        : value.replaceFirst("^\\[(.*)]$", "$1").replaceFirst("\\.0$", "");
  }

  /** {@code samplesPerClass} becomes {@code samples per class}. */
  private static String words(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
