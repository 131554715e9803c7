package eifexplorer.problem;

/** A wrong argument or field; see {@link ProblemException#badValue}. */
public final class BadValueException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final String value;

  BadValueException(String what, String value, String remedy) {
    super(what, "", remedy);
    this.value = value;
  }

  /** The value given, as text. */
  public String value() {
    return value;
  }
}
