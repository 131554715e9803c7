package eifexplorer.training;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Where the fields of a JSON text are: line numbers, counted from 1, by path such as {@code optimiser.clip}. */
final class JsonLineNumbers {
  private final Map<String, Integer> lines = new HashMap<>();

  /** Looks through a text that is known to be JSON. */
  JsonLineNumbers(JsonMapper mapper, String json) {
    try (JsonParser parser = mapper.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME) {
          String path =
              parser.streamReadContext().pathAsPointer().toString().substring(1).replace('/', '.');
          lines.put(path, parser.currentTokenLocation().getLineNr());
        }
      }
    }
  }

  /** The line of a field by its path, or by its last part if only one path ends with it. */
  OptionalInt of(String field) {
    if (lines.containsKey(field)) {
      return OptionalInt.of(lines.get(field));
    }
    int[] ending =
        lines.keySet().stream()
            .filter(path -> path.endsWith("." + field))
            .mapToInt(lines::get)
            .toArray();
    return ending.length == 1 ? OptionalInt.of(ending[0]) : OptionalInt.empty();
  }
}
