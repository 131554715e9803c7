package eifexplorer.cli;

import eifexplorer.workspace.Json;
import java.io.PrintWriter;

/**
 * Where commands write.
 *
 * @param out results
 * @param err progress and problems
 * @param terminal true if a person watches, so that progress is drawn in place
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {
  /** Prints a line of text. */
  public void line(String format, Object... values) {
    out.printf(java.util.Locale.ROOT, format + "%n", values);
    out.flush();
  }

  /** Prints a value as indented JSON. */
  public void json(Object value) {
    out.println(Json.text(value));
    out.flush();
  }
}
