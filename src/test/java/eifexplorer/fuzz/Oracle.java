package eifexplorer.fuzz;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader may say of a damaged file. */
final class Oracle {
  /** With the longest list of what there is to choose from. */
  private static final int LONGEST = 800;

  private static final Pattern CLASS =
      Pattern.compile(
          "\\b(?:java|javax|com|us|net|org\\.apache|tools\\.jackson|eifexplorer)\\.[\\w.$]*[A-Z]\\w*"
              + "|\\b[A-Z]\\w+(?:Exception|Error)\\b|\\[\\w+;@|\\$\\$|REDACTED|#UNKNOWN");

  private Oracle() {}

  /** What is wrong with what a reader threw; empty if it is a sentence. */
  static Optional<String> fault(Throwable thrown, Path folder) {
    if (!(thrown instanceof ProblemException)) {
      String what =
          thrown instanceof AssertionError ? thrown.toString() : thrown.getClass().getName();
      return Optional.of(what + " at " + place(thrown));
    }
    String whole = String.valueOf(thrown.getMessage());
    String message = whole.replace(folder.toString(), "");
    if (message.length() > LONGEST) {
      return Optional.of("a message of too many characters at " + place(thrown));
    }
    if (message.codePoints().anyMatch(Oracle::isUnprintable)) {
      return Optional.of("a message with control characters at " + place(thrown));
    }
    Matcher name = CLASS.matcher(message);
    if (name.find()) {
      return Optional.of("a message with " + name.group() + " at " + place(thrown));
    }
    return Optional.empty();
  }

  /** The same of a reader of one file, which must name it. */
  static Optional<String> faultInFile(Throwable thrown, Path folder) {
    return fault(thrown, folder)
        .or(
            () ->
                String.valueOf(thrown.getMessage()).contains(folder.getFileName().toString())
                    ? Optional.empty()
                    : Optional.of("a message without the file at " + place(thrown)));
  }

  private static boolean isUnprintable(int character) {
    int type = Character.getType(character);
    boolean joins = character == 0x200c || character == 0x200d;
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || (type == Character.FORMAT && !joins);
  }

  /** The first lines of this program in a stack trace. */
  static String place(Throwable thrown) {
    return java.util.Arrays.stream(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("eifexplorer."))
        .filter(frame -> !frame.getClassName().startsWith("eifexplorer.problem."))
        .limit(2)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .reduce((a, b) -> a + " < " + b)
        .orElse("?");
  }
}
