package eifexplorer.problem;

/** Trouble with a value that somebody gave, on the command line or in a file; see {@link ProblemException#ofValue}. */
public class GivenValueException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final String value;

  GivenValueException(String value, String what, String remedy) {
    super(what, "", remedy);
    this.value = value;
  }

  /** The value given, as text; may be blank. */
  public final String value() {
    return value;
  }
}
