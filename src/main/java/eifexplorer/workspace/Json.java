package eifexplorer.workspace;

import eifexplorer.problem.PlainText;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the workspace's JSON files. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /**
   * Reads a file. Throws {@link ProblemException} naming file, line and what is wrong, such as a field that is missing and
   * not marked nullable.
   */
  public static <T> T read(Path file, Class<T> type) {
    return correctable(() -> parse(text(file), type, file.toString()));
  }

  /** Reads a file as {@link #parse(String, Class, String, String)} reads a text. */
  public static <T> T read(Path file, Class<T> type, String usual) {
    return correctable(() -> parse(text(file), type, file.toString(), usual));
  }

  private static <T> T correctable(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ProblemException e) {
      throw e.remedy().isEmpty()
          ? new ProblemException(
              e.what(), e.where(), "Correct the file, or restore it from a copy.", e)
          : e;
    }
  }

  private static String text(Path file) {
    try {
      return RegularFile.text(file);
    } catch (IOException e) {
      throw new ProblemException(
          "The file can't be read", file.toString(), "Check that it exists.", e);
    }
  }

  /**
   * Reads a text of an earlier version of the program, which did not know all fields yet.
   *
   * @param usual a JSON object with the fields that may be missing, at any depth, and what their absence means
   */
  public static <T> T parse(String text, Class<T> type, String source, String usual) {
    ObjectNode whole = parse(usual, ObjectNode.class, source);
    fill(whole, parse(text, ObjectNode.class, source));
    return parse(line(whole), type, source);
  }

  private static void fill(ObjectNode into, ObjectNode given) {
    given
        .properties()
        .forEach(
            field -> {
              if (into.get(field.getKey()) instanceof ObjectNode inner
                  && field.getValue() instanceof ObjectNode value) {
                fill(inner, value);
              } else {
                into.set(field.getKey(), field.getValue());
              }
            });
  }

  /** A value that is written as an object, with further fields after its own; any other value as it is. */
  public static Object with(Object value, Map<String, ?> fields) {
    if (fields.isEmpty() || !(MAPPER.valueToTree(value) instanceof ObjectNode whole)) {
      return value;
    }
    fields.forEach(whole::putPOJO);
    return whole;
  }

  /**
   * A record as it is written over a file: with those fields of the file that this version of the program does not know, at
   * the top and in records within it. A file that is absent or damaged has none.
   */
  public static Object over(Path file, Record value) {
    if (!Files.isRegularFile(file) || !(MAPPER.valueToTree(value) instanceof ObjectNode whole)) {
      return value;
    }
    try {
      keepUnknown(whole, MAPPER.readValue(text(file), ObjectNode.class), value.getClass());
    } catch (JacksonException | ProblemException e) {
      return value; // who reads the file says what is wrong with it
    }
    return whole;
  }

  private static void keepUnknown(ObjectNode into, ObjectNode old, Class<?> type) {
    Map<String, Class<?>> known =
        Arrays.stream(type.getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
    for (var field : old.properties()) {
      Class<?> of = known.get(field.getKey());
      if (of == null) {
        into.set(field.getKey(), field.getValue());
      } else if (of.isRecord()
          && into.get(field.getKey()) instanceof ObjectNode inner
          && field.getValue() instanceof ObjectNode before) {
        keepUnknown(inner, before, of);
      }
    }
  }

  /** Reads a text; {@code source} is shown in messages. */
  public static <T> T parse(String text, Class<T> type, String source) {
    return parse(text, type, source, true);
  }

  /** Reads a text of one line; {@code place}, such as {@code a.jsonl, line 3}, is shown in messages. */
  public static <T> T parseLine(String line, Class<T> type, String place) {
    return parse(line, type, place, false);
  }

  private static <T> T parse(String text, Class<T> type, String source, boolean named) {
    try {
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw new ProblemException("The JSON is empty", source, "");
      }
      Optional<String> missing = RequiredFields.missing(value);
      if (missing.isPresent()) {
        throw new ProblemException("The field " + missing.get() + " is missing", source, "");
      }
      return value;
    } catch (JacksonException e) {
      String place = named ? source + JsonTrouble.line(e) : source;
      String what =
          lacking(e, text)
              .map(name -> "The field " + name + " is missing")
              .orElseGet(() -> "The JSON is not understood (" + JsonTrouble.of(e) + ")");
      throw new ProblemException(what, place, "", e);
    }
  }

  private static Optional<String> lacking(JacksonException e, String text) {
    try {
      return e instanceof ValueInstantiationException refused
          ? RequiredFields.missing(refused, MAPPER.readTree(text))
          : Optional.empty();
    } catch (JacksonException rest) {
      // What comes after the refused value is no JSON: then that is all there is to say.
      return Optional.empty();
    }
  }

  /** Writes a file atomically, indented. */
  public static void write(Path file, Object value) {
    AtomicFiles.writeText(file, text(value) + "\n");
  }

  /** The indented text of a value. */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The indented text of a value in which nothing is left that does something to a terminal: escapes mean the same in JSON. */
  public static String forTerminal(Object value) {
    return PlainText.lines(text(value));
  }

  /** The text of a value on one line. */
  public static String line(Object value) {
    return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }
}
