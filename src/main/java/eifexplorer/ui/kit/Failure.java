package eifexplorer.ui.kit;

import eifexplorer.problem.Exhausted;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;

/**
 * Something that went wrong, as it is shown.
 *
 * @param message for the person at the screen, one to three sentences
 * @param details the technical side, for "Copy details"
 */
public record Failure(String message, String details) {
  /** Says it in the problem's own words, or, for what was not expected, in the program's. */
  public static Failure of(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new Failure(message(cause), details(cause));
  }

  private static String message(Throwable cause) {
    if (cause instanceof ProblemException problem) {
      return Texts.problem(problem);
    }
    if (cause instanceof OutOfMemoryError || cause instanceof StackOverflowError) {
      return Texts.problem(Exhausted.problem((VirtualMachineError) cause));
    }
    return Texts.of(
        "Something unexpected went wrong ({0}). Please report it with the details.",
        Reason.of(cause));
  }

  private static String details(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text, true));
    return text.toString().stripTrailing();
  }
}
