package eifexplorer.ui.kit;

import eifexplorer.problem.PlainText;
import java.util.Optional;

/**
 * A message on the screen that blocks nothing; {@link NoticesViewModel} says how long it stays.
 *
 * @param kind how it is coloured
 * @param message for people
 * @param details shown on request; may be empty
 * @param action what can be done about it with one press
 */
public record Notice(Kind kind, String message, String details, Optional<Action> action) {
  /** Whatever a file says, nothing is in a message that is not seen. */
  public Notice {
    message = PlainText.lines(message);
  }

  /** What a notice is about. */
  public enum Kind {
    /** Something went wrong. */
    ERROR,
    /** Something worth knowing happened. */
    INFO
  }

  /**
   * What a notice offers to do.
   *
   * @param title on the button
   * @param run what it does; the notice goes away
   */
  public record Action(String title, Runnable run) {}

  /** A message that offers nothing to do. */
  public Notice(Kind kind, String message, String details) {
    this(kind, message, details, Optional.empty());
  }
}
