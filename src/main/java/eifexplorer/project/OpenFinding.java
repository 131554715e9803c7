package eifexplorer.project;

import java.util.List;

/**
 * What was found in a file or folder that somebody wants to open.
 *
 * @param kind what it is
 * @param title what it is for people, such as {@code Embedding bundle, .npz archive}
 * @param lines what was found and what is missing, in the order to be read
 */
public record OpenFinding(Kind kind, String title, List<Line> lines) {
  /** What can be opened. */
  public enum Kind {
    /** A workspace: opens as it is. */
    WORKSPACE,
    /** Features and labels: opens with whatever of head and proxies is missing made. */
    BUNDLE,
    /** Images and labels: opens with the weights of a back bone. */
    DATA_SET,
    /** A trained network, or the weights of one: goes with a data set. */
    MODEL,
    /** Nothing that is opened. */
    NOTHING
  }

  /** What a line says. */
  public enum Sort {
    /** Something is there. */
    FOUND,
    /** Something is missing, and what is done about it. */
    MISSING,
    /** It can't be opened so. */
    TROUBLE
  }

  /**
   * A line of what was found.
   *
   * @param sort what it says
   * @param text a sentence or a phrase
   */
  public record Line(Sort sort, String text) {}

  /** Copies the list. */
  public OpenFinding {
    lines = List.copyOf(lines);
  }

  /** Whether it can be opened as it is. */
  public boolean isOpenable() {
    return kind != Kind.NOTHING && lines.stream().noneMatch(line -> line.sort() == Sort.TROUBLE);
  }

  /** The texts of one sort. */
  public List<String> texts(Sort sort) {
    return lines.stream().filter(line -> line.sort() == sort).map(Line::text).toList();
  }
}
