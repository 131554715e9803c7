package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object, each read once by name and type. Ranges are the records' business.
 *
 * <p>Everything throws {@link ProblemException} naming the field with the sections it is in, such as {@code
 * optimiser.clip}.
 */
final class JsonFields {
  private final JsonNode object;
  private final String prefix;
  private final Set<String> read = new LinkedHashSet<>();

  /** Fields of {@code object}; {@code prefix} is empty or ends with a dot. */
  JsonFields(JsonNode object, String prefix) {
    this.object = object;
    this.prefix = prefix;
    if (!object.isObject()) {
      String name = prefix.isEmpty() ? "the plan" : prefix.substring(0, prefix.length() - 1);
      throw ProblemException.badValue(name, object, "an object in braces");
    }
  }

  /** Whether the field is there. */
  boolean has(String name) {
    read.add(name);
    return object.has(name);
  }

  JsonFields section(String name) {
    return new JsonFields(field(name), prefix + name + ".");
  }

  String text(String name) {
    JsonNode value = field(name);
    return value.isString() ? value.stringValue() : bad(name, "a text in quotes");
  }

  boolean flag(String name) {
    JsonNode value = field(name);
    return value.isBoolean() ? value.booleanValue() : bad(name, "true, false");
  }

  double number(String name) {
    JsonNode value = field(name);
    return value.isNumber() ? value.doubleValue() : bad(name, "a number");
  }

  /** As {@link #number(String)}, or another value where the field is absent. */
  double number(String name, double otherwise) {
    read.add(name);
    return object.has(name) ? number(name) : otherwise;
  }

  int whole(String name) {
    return (int) whole(name, field(name), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** As {@link #whole(String)}, or another value where the field is absent. */
  int whole(String name, int otherwise) {
    read.add(name);
    return object.has(name) ? whole(name) : otherwise;
  }

  long wholeLong(String name) {
    return whole(name, field(name), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Whole numbers; an empty list where the field is absent. */
  List<Integer> wholesOrNone(String name) {
    read.add(name);
    if (!object.has(name)) {
      return List.of();
    }
    JsonNode values = field(name);
    if (!values.isArray()) {
      return bad(name, "a list of whole numbers in brackets");
    }
    return values.values().stream()
        .map(value -> (int) whole(name, value, Integer.MIN_VALUE, Integer.MAX_VALUE))
        .toList();
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    String wanted = text(name);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> choiceName(constant).equals(wanted))
        .findFirst()
        .orElseGet(
            () ->
                bad(
                    name,
                    Arrays.stream(type.getEnumConstants())
                        .map(JsonFields::choiceName)
                        .collect(Collectors.joining(", "))));
  }

  /** How a constant is written. */
  static String choiceName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Refuses fields that nobody asked for. */
  void end() {
    for (String name : object.propertyNames()) {
      if (!read.contains(name)) {
        throw new ProblemException(
            "The field " + prefix + name + " is unknown",
            "",
            "There are: " + String.join(", ", read) + ".");
      }
    }
  }

  private JsonNode field(String name) {
    read.add(name);
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw new ProblemException("The field " + prefix + name + " is missing", "", "Add it.");
    }
    return value;
  }

  private long whole(String name, JsonNode value, long least, long most) {
    // 1e2 and 100.0 are whole numbers too.
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      long exact = value.longValue();
      return exact >= least && exact <= most ? exact : bad(name, least + " to " + most);
    }
    boolean fits = number == Math.rint(number) && number >= least && number <= most;
    return fits ? (long) number : bad(name, "a whole number");
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // never returns, and so fits any expression
  private <T> T bad(String name, String allowed) {
    throw ProblemException.badValue(prefix + name, object.get(name), allowed);
  }
}
