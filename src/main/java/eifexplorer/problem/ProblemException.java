package eifexplorer.problem;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Expected trouble (a broken file, a wrong argument, a full disk) in words for the person at the screen.
 *
 * <p>The message has up to three sentences: what happened, where, what to do. The command line prints it and ends with
 * a non-zero code; the window shows it. A stack trace is never part of it.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Longest parts of a message: names and values out of files are quoted in it. */
  private static final int LONGEST_WHAT = 300;

  /** Whole numbers from here on are written with a power of ten. */
  private static final double LARGEST_PLAIN = 1e7;

  private static final int LONGEST_WHERE = 600;
  private static final int LONGEST_REMEDY = 1000;

  private final String what;
  private final String where;
  private final String remedy;

  /**
   * Makes a problem. Names and values out of files may be quoted: what does not show in a text is escaped, and the middle of
   * a part of many hundred characters left out; see {@link PlainText}.
   *
   * @param what what happened, a phrase without a full stop
   * @param where file, line or field it was seen at; empty if there is none
   * @param remedy what to do about it, a sentence; empty if nothing helps
   * @param cause the technical cause, kept for "copy details"; may be null
   */
  public ProblemException(String what, String where, String remedy, @Nullable Throwable cause) {
    super(null, cause);
    this.what = PlainText.of(what, LONGEST_WHAT);
    this.where = PlainText.of(where, LONGEST_WHERE);
    this.remedy = PlainText.of(remedy, LONGEST_REMEDY);
  }

  /** A problem without a technical cause; see the full constructor. */
  public ProblemException(String what, String where, String remedy) {
    this(what, where, remedy, null);
  }

  /** A problem with a file; {@code what} is followed by its path. */
  public static ProblemException inFile(Path file, String what, String remedy) {
    return new ProblemException(what, file.toString(), remedy);
  }

  /** A problem at a line of a text file, counted from 1. */
  public static ProblemException atLine(Path file, long line, String what, String remedy) {
    return new ProblemException(what, file + ", line " + line, remedy);
  }

  /** A wrong argument or field: its name, the value given and what is allowed. */
  public static ProblemException badValue(String field, @Nullable Object value, String allowed) {
    String text = text(value);
    String meant = Meant.ofListed(text, allowed).map(Meant::question).orElse("");
    return new BadValueException(
        field,
        text,
        allowed.isBlank() ? "There is none yet." : meant + "Allowed: " + allowed + ".");
  }

  /**
   * A value that was given and fits nothing, in words of its own: a class that there is not, a pair of one sample.
   *
   * @param value as it was given
   */
  public static ProblemException ofValue(String value, String what, String remedy) {
    return new GivenValueException(value, what, remedy);
  }

  /** A value as it is typed: a whole number without decimals. */
  private static String text(@Nullable Object value) {
    boolean whole =
        (value instanceof Double || value instanceof Float)
            && ((Number) value).doubleValue() == Math.rint(((Number) value).doubleValue())
            && Math.abs(((Number) value).doubleValue()) < LARGEST_PLAIN;
    return whole ? String.valueOf(((Number) value).longValue()) : String.valueOf(value);
  }

  /** The same problem seen at a place, if it says no place yet. */
  public ProblemException orAt(String place) {
    return where.isEmpty() ? new ProblemException(what, place, remedy, this) : this;
  }

  /** What happened, without a full stop. */
  public String what() {
    return what;
  }

  /** File, line or field; may be empty. */
  public String where() {
    return where;
  }

  /** What to do; may be empty. */
  public String remedy() {
    return remedy;
  }

  /** What happened, where and what to do, in sentences. */
  @Override
  public String getMessage() {
    return sentence(what, where, remedy);
  }

  private static String sentence(String what, String where, String remedy) {
    Objects.requireNonNull(what);
    StringBuilder text = new StringBuilder(what);
    if (!where.isEmpty()) {
      text.append(": ").append(where);
    }
    text.append('.');
    if (!remedy.isEmpty()) {
      text.append(' ').append(remedy);
    }
    return text.toString();
  }
}
