package eifexplorer.ui.kit;

/**
 * A message that stays on the screen until it is dismissed, and blocks nothing.
 *
 * @param kind how it is coloured
 * @param message for people
 * @param details shown on request; may be empty
 */
public record Notice(Kind kind, String message, String details) {
  /** What a notice is about. */
  public enum Kind {
    /** Something went wrong. */
    ERROR,
    /** Something worth knowing happened. */
    INFO
  }
}
