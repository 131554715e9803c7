package eifexplorer.problem;

/** A wrong argument or field; see {@link ProblemException#badValue}. */
public final class BadValueException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;

  BadValueException(String field, String value, String remedy) {
    super(field + " is " + (value.isBlank() ? "empty" : value), "", remedy);
    this.field = field;
    this.value = value;
  }

  /** The argument's or field's name. */
  public String field() {
    return field;
  }

  /** The value given, as text; may be blank, which the message calls empty. */
  public String value() {
    return value;
  }
}
