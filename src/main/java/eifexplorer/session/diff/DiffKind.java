package eifexplorer.session.diff;

import java.util.Locale;

/** What became of a test image that at least one of two models takes for another class. */
public enum DiffKind {
  /** Its nearest neighbour has another class before, and its own after. */
  FIXED("Fixed"),
  /** Its nearest neighbour has its class before, and another after. */
  NEW("New"),
  /** Its nearest neighbour has another class before and after. */
  STILL("Still confused");

  private final String title;

  DiffKind(String title) {
    this.title = title;
  }

  /** The words of a heading. */
  public String title() {
    return title;
  }

  /** The name in files: {@code fixed}, {@code new}, {@code still}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
