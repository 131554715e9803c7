package eifexplorer.cli;

import eifexplorer.problem.PlainText;
import eifexplorer.workspace.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where commands write.
 *
 * @param out results
 * @param err progress and problems
 * @param terminal true if a person watches, so that progress is drawn in place
 * @param input gives what the person answers; null if there is no answer
 * @param remarks fields that JSON results get besides their own
 * @param bar where progress is drawn on a terminal
 */
public record Console(
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Supplier<@Nullable String> input,
    Supplier<Map<String, ?>> remarks,
    ProgressBar bar) {
  private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

  /** Without remarks, with a bar of its own. */
  public Console(
      PrintWriter out, PrintWriter err, boolean terminal, Supplier<@Nullable String> input) {
    this(out, err, terminal, input, Map::of, new ProgressBar(err));
  }

  /** The same, with fields that every JSON object printed gets besides its own. */
  Console remarking(Supplier<Map<String, ?>> fields) {
    return new Console(out, err, terminal, input, fields, bar);
  }

  /** Answers are read from the process's own terminal. */
  public Console(PrintWriter out, PrintWriter err, boolean terminal) {
    this(out, err, terminal, Console::answer);
  }

  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable String answer() {
    java.io.@Nullable Console console = System.console();
    return console == null ? null : console.readLine();
  }

  /** The process's own streams, in UTF-8. */
  public static Console standard() {
    return new Console(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        isWatched(System.console()) && !isKept(ERROR_STREAM));
  }

  /** From Java 22 on there may be a console that is no terminal, which it says by a method that Java 17 does not have. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isWatched(java.io.@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The console does not say whether it is a terminal", e);
    }
  }

  /** Whether a stream goes into a file or another program though the others go to a terminal; false where nobody can tell. */
  static boolean isKept(Path stream) {
    try {
      return !stream.toRealPath().startsWith("/dev");
    } catch (IOException e) {
      return Files.isSymbolicLink(stream);
    }
  }

  /**
   * Prints a line of text; what does something to a terminal in its texts is shown instead, as are line ends in the values,
   * which may be names of files.
   */
  public void line(String format, @Nullable Object... values) {
    bar.wipe();
    Object[] plain =
        Arrays.stream(values)
            .map(value -> value instanceof String text ? onOneLine(text) : value)
            .toArray();
    out.println(PlainText.lines(String.format(Locale.ROOT, format, plain)));
    out.flush();
  }

  private static String onOneLine(String text) {
    return text.replace("\n", "\\u000a").replace("\r", "\\u000d");
  }

  /** Prints a remark about a result, such as what was left out of it, where it does not mix with the result. */
  public void note(String text) {
    bar.wipe();
    err.println(PlainText.lines(text));
    err.flush();
  }

  /** Says that Ctrl+C was heard: what runs in native code, or in a program of a model's, can't be broken off. */
  void stopping() {
    note("Stopping after what is being computed just now … Ctrl+C once more ends at once.");
  }

  /** Asks a person, who must say yes. */
  public boolean agreed(String question) {
    bar.wipe();
    err.print(PlainText.of(question) + " [y/N] ");
    err.flush();
    String answer = input.get();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /** Prints a value as indented JSON, an object with the remarks as further fields. */
  public void json(Object value) {
    bar.wipe();
    out.println(Json.forTerminal(Json.with(value, remarks.get())));
    out.flush();
  }
}
