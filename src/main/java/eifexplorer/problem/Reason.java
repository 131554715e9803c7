package eifexplorer.problem;

import java.nio.file.FileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a library or the system said of a failure, made fit to stand in a sentence of ours. */
public final class Reason {
  private static final int LONGEST = 160;

  /** Names of Java's classes, with a colon that follows: they mean nothing to who uses the program. */
  private static final String CLASS = "(?:\\b[a-z]\\w*\\.)+[A-Z]\\w*(?:[.$]\\w+)*:?\\s*";

  private static final String EXCEPTION = "\\b[A-Z]\\w*(?:Exception|Error)\\b:?\\s*";

  private Reason() {}

  /** What the failure at the bottom of it says, without names of classes; in a word what it is, if it says nothing. */
  public static String of(Throwable failure) {
    @Nullable Throwable cause = failure;
    String said = "";
    for (int depth = 0; cause != null && depth < 10; depth++) {
      String text = plain(cause);
      said = text.isEmpty() ? said : text;
      cause = cause.getCause();
    }
    return said.isEmpty() ? words(failure) : said;
  }

  private static String plain(Throwable failure) {
    String text =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return text == null
        ? ""
        : PlainText.of(text, LONGEST)
            .replaceAll(CLASS, "")
            .replaceAll(EXCEPTION, "")
            .replaceAll("[.:\\s]+$", "")
            .strip();
  }

  /** {@code NegativeArraySizeException} is "negative array size". */
  private static String words(Throwable failure) {
    return failure
        .getClass()
        .getSimpleName()
        .replaceFirst("(?:Exception|Error)$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
