package eifexplorer.cli;

import eifexplorer.problem.Meant;
import java.util.Collection;

/** A command line whose options do not go together; exit code 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  /** A value of an option that is none of those allowed, with the one that was likely meant. */
  static UsageException unknown(String option, String value, Collection<String> allowed) {
    return new UsageException(
        option
            + " is "
            + value
            + ". "
            + Meant.question(value, allowed)
            + "Allowed: "
            + String.join(", ", allowed)
            + ".");
  }
}
