package eifexplorer.ui.shell;

import eifexplorer.workspace.LogFolder;
import java.util.List;

/**
 * What a report of trouble is made of, besides what is open.
 *
 * @param facts about the program and the system, a line each
 * @param log the window's log
 */
public record ReportSource(List<String> facts, LogFolder log) {
  /** Copies the facts. */
  public ReportSource {
    facts = List.copyOf(facts);
  }
}
