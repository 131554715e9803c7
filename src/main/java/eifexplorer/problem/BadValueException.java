package eifexplorer.problem;

/** A wrong argument or field; see {@link ProblemException#badValue}. */
public final class BadValueException extends GivenValueException {
  private static final long serialVersionUID = 1L;

  private final String field;

  BadValueException(String field, String value, String remedy) {
    super(value, field + " is " + (value.isBlank() ? "empty" : value), remedy);
    this.field = field;
  }

  /** The argument's or field's name. */
  public String field() {
    return field;
  }
}
