package eifexplorer.training;

import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/**
 * A loss within other JSON, such as {@code model.json} and {@code run.json}: its name and its own numbers, as in a plan's
 * file.
 *
 * <p>Earlier versions of the program wrote the numbers of all losses, and instead of {@code type} a {@code kind} such as
 * {@code PROXY_NCA}; that is read too, others' numbers being overlooked.
 */
final class LossJson {
  private static final String TYPE = "type";
  private static final String EARLIER_TYPE = "kind";

  private LossJson() {}

  /** Writes it. */
  static final class Writer extends ValueSerializer<LossSpec> {
    @Override
    public void serialize(LossSpec loss, JsonGenerator json, SerializationContext context) {
      json.writeStartObject();
      json.writeStringProperty(TYPE, loss.name());
      for (LossConstant constant : loss.constants()) {
        if (constant.isWhole()) {
          json.writeNumberProperty(constant.key(), (int) constant.value());
        } else {
          json.writeNumberProperty(constant.key(), constant.value());
        }
      }
      json.writeEndObject();
    }
  }

  /** Reads it. */
  static final class Reader extends ValueDeserializer<LossSpec> {
    @Override
    public LossSpec deserialize(JsonParser parser, DeserializationContext context) {
      JsonNode fields = context.readTree(parser);
      LossSpec loss = usual(fields, context);
      for (LossConstant constant : loss.constants()) {
        JsonNode value = fields.get(constant.key());
        if (value != null && !value.isNumber()) {
          return (LossSpec) context.handleUnexpectedToken(LossSpec.class, parser);
        }
        loss = value == null ? loss : loss.with(constant.key(), value.doubleValue());
      }
      return loss;
    }

    private static LossSpec usual(JsonNode fields, DeserializationContext context) {
      JsonNode type = fields.get(TYPE);
      if (type != null) {
        return LossSpec.named(type.asString());
      }
      String kind = fields.path(EARLIER_TYPE).asString("");
      return LossSpec.ALL.stream()
          .filter(loss -> !kind.isEmpty() && plain(loss.name()).startsWith(plain(kind)))
          .findFirst()
          .orElseGet(() -> context.reportInputMismatch(LossSpec.class, "\"%s\" is no loss", kind));
    }

    private static String plain(String name) {
      return name.toLowerCase(Locale.ROOT).replace("_", "");
    }
  }
}
