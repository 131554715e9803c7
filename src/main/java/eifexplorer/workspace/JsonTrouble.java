package eifexplorer.workspace;

import eifexplorer.problem.PlainText;
import eifexplorer.problem.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a JSON text, in words for people: the library speaks of Java's classes and of its own settings. */
public final class JsonTrouble {
  private static final int LONGEST = 160;

  private JsonTrouble() {}

  /** A phrase such as {@code the field dataset.root is no text} or {@code unexpected end of input}. */
  public static String of(JacksonException e) {
    return e instanceof DatabindException databind ? field(databind) : syntax(e);
  }

  /** The line it was seen at as {@code , line 3}; nothing if that is not known. */
  public static String line(JacksonException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? ""
        : ", line " + e.getLocation().getLineNr();
  }

  private static String syntax(JacksonException e) {
    String said = String.valueOf(e.getOriginalMessage());
    if (said.contains("exceeds the maximum allowed")) {
      return "it is nested too deeply, or a name or number is too long";
    }
    if (e instanceof UnexpectedEndOfInputException || said.startsWith("Unexpected end-of-input")) {
      return "it ends too early";
    }
    if (e instanceof InputCoercionException) {
      return "a number is out of range";
    }
    String plain =
        said.replaceAll(" ?\\((?:start marker|for \\w+ starting) at .*$", "")
            .replaceAll(" ?\\([^()]*`[^`]*`[^()]*\\)", "")
            .replaceAll(" \\(code \\d+\\)", "")
            .replaceAll(" ?\\(?\\(CTRL-CHAR, code \\d+\\)\\)?", "");
    return PlainText.of(plain, LONGEST);
  }

  private static String field(DatabindException e) {
    String path =
        e.getPath().stream()
            .map(
                part ->
                    part.getPropertyName() == null
                        ? "[" + part.getIndex() + "]"
                        : "." + part.getPropertyName())
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
    String name = path.isEmpty() ? "it" : "the field " + PlainText.of(path, LONGEST / 2);
    if (e instanceof ValueInstantiationException) {
      return name + reason(e.getCause());
    }
    boolean none = e instanceof InvalidNullException || e.getOriginalMessage().contains("`null`");
    return name + (none ? " is missing" : " is " + wanted(e));
  }

  /** Why a record took none of the values it was given. */
  private static String reason(@Nullable Throwable cause) {
    if (cause instanceof NullPointerException) {
      return " lacks a field";
    }
    String said =
        cause instanceof ProblemException problem
            ? problem.what()
            : cause == null ? "" : String.valueOf(cause.getMessage());
    return " can't be (" + PlainText.of(said, LONGEST) + ")";
  }

  private static String wanted(DatabindException e) {
    @Nullable Class<?> type =
        e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (type == null) {
      return "not understood";
    }
    if (type.isEnum()) {
      return "none of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    boolean number = Number.class.isAssignableFrom(type) || type.isPrimitive();
    return type == boolean.class || type == Boolean.class
        ? "neither true nor false"
        : number
            ? "no number as is wanted here"
            : type == String.class
                ? "no text"
                : type == Instant.class
                    ? "no time such as 2026-01-31T12:00:00Z"
                    : type.isArray() || Collection.class.isAssignableFrom(type)
                        ? "no list in brackets"
                        : "no object in braces";
  }
}
