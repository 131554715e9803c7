package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the workspace's JSON files. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** Reads a file. Throws {@link ProblemException} naming file, line and what is wrong. */
  public static <T> T read(Path file, Class<T> type) {
    try {
      return parse(Files.readString(file), type, file.toString());
    } catch (IOException e) {
      throw new ProblemException(
          "The file can't be read", file.toString(), "Check that it exists.", e);
    }
  }

  /** Reads a text; {@code source} is shown in messages. */
  public static <T> T parse(String text, Class<T> type, String source) {
    try {
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw new ProblemException("The JSON is empty", source, "");
      }
      return value;
    } catch (JacksonException e) {
      String place =
          e.getLocation() == null || e.getLocation().getLineNr() < 1
              ? ""
              : ", line " + e.getLocation().getLineNr();
      throw new ProblemException(
          "The JSON is not understood (" + e.getOriginalMessage() + ")", source + place, "", e);
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

  /** The text of a value on one line. */
  public static String line(Object value) {
    return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }
}
