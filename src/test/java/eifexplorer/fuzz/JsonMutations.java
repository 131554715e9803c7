package eifexplorer.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Damage to the values of JSON: fields are dropped, renamed, given other types; what is no JSON stays as it is. */
final class JsonMutations {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1",
          "1e308",
          "-1e-320",
          "1.5",
          "2147483648",
          "-9223372036854775809",
          "99999999999999999999999999",
          "\"\"",
          "\"1\"",
          "\"NaN\"",
          "\"../../x\"",
          "\"/etc/passwd\"",
          "\"a\\u0000b\"",
          "\"\\u001b[31m\"",
          "\"\\ud800\"",
          "\"é日本\"",
          "\"%s %n\"",
          "\"" + "x".repeat(3000) + "\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "{\"a\":null}",
          "\"2026-13-45T99:00:00Z\"",
          "\"auto\"");
  private static final List<String> WRONG =
      List.of(
          "NaN",
          "'a'",
          "{\"a\":1,\"a\":2}",
          "[1,]",
          "// no",
          "\"\\x\"",
          "01",
          "-",
          "\"\n\"",
          "",
          "9".repeat(2000),
          "[".repeat(3000),
          "{\"a\":".repeat(3000));
  private static final String MARK = "\"@mark@\"";

  private JsonMutations() {}

  /** Everything, for a file that is one value. */
  static List<Mutation> whole() {
    return List.of(
        new Mutation("json", JsonMutations::mutate),
        new Mutation("json", JsonMutations::mutate),
        new Mutation("json", JsonMutations::mutate));
  }

  /** The same for a file of a value a line. */
  static List<Mutation> lines() {
    return List.of(
        new Mutation("json line", JsonMutations::mutateLine),
        new Mutation("json line", JsonMutations::mutateLine));
  }

  private static byte[] mutateLine(byte[] bytes, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(TextMutations.text(bytes).split("\n", -1)));
    int at = random.nextInt(lines.size());
    byte[] line = lines.get(at).getBytes(StandardCharsets.UTF_8);
    lines.set(at, TextMutations.text(mutate(line, random)));
    return TextMutations.text(String.join("\n", lines));
  }

  static byte[] mutate(byte[] bytes, Random random) {
    JsonNode root;
    try {
      root = MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      return bytes;
    }
    List<JsonNode> holders = new ArrayList<>();
    collect(root, holders);
    boolean wrong = random.nextInt(8) == 0;
    String value = ByteMutations.of(wrong ? WRONG : VALUES, random);
    if (holders.isEmpty() || random.nextInt(40) == 0) {
      return TextMutations.text(value);
    }
    JsonNode holder = ByteMutations.of(holders, random);
    change(holder, ByteMutations.of(holders, random), random);
    return TextMutations.text(MAPPER.writeValueAsString(root).replace(MARK, value));
  }

  /** Objects and arrays that hold something. */
  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainer() && !node.isEmpty()) {
      into.add(node);
      node.forEach(child -> collect(child, into));
    }
  }

  private static void change(JsonNode holder, JsonNode other, Random random) {
    JsonNode mark = JsonNodeFactory.instance.stringNode(MARK.replace("\"", ""));
    int what = random.nextInt(6);
    if (holder instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = List.copyOf(object.properties());
      Map.Entry<String, JsonNode> field = ByteMutations.of(fields, random);
      switch (what) {
        case 0 -> object.remove(field.getKey());
        case 1 -> rename(object, field.getKey(), random);
        case 2 -> object.set(field.getKey(), other.deepCopy());
        case 3 -> object.set(field.getKey(), ByteMutations.of(fields, random).getValue());
        default -> object.set(field.getKey(), mark);
      }
    } else if (holder instanceof ArrayNode array) {
      int at = random.nextInt(array.size());
      switch (what) {
        case 0 -> array.remove(at);
        case 1 -> array.insert(at, array.get(random.nextInt(array.size())).deepCopy());
        case 2 -> array.set(at, other.deepCopy());
        default -> array.set(at, mark);
      }
    }
  }

  private static void rename(ObjectNode object, String name, Random random) {
    @Nullable JsonNode value = object.remove(name);
    String other = random.nextBoolean() ? name.toUpperCase(java.util.Locale.ROOT) : "@class";
    object.set(other, value == null ? JsonNodeFactory.instance.nullNode() : value);
  }
}
