package eifexplorer.ui.review;

import eifexplorer.ui.kit.Texts;

/** Why there is no image to decide about. */
public enum Vacancy {
  /** There is one. */
  NONE(""),
  /** What is listed is not known yet. */
  LISTING(Texts.of("Listing the suspects …")),
  /** No image passes the filter. */
  NO_MATCH(Texts.of("No image matches the filter")),
  /** Every listed image is decided, and others are not. */
  LIST_DONE(Texts.of("Nothing left in this list")),
  /** Every image is decided. */
  ALL_DONE(Texts.of("Every image is reviewed"));

  private final String title;

  Vacancy(String title) {
    this.title = title;
  }

  /** What it is, in words. */
  public String title() {
    return title;
  }

  /**
   * What is next, in words.
   *
   * @param open images that are not decided, listed or not
   * @param summary how far the review is; null while that is not known
   */
  String next(int open, Summary summary) {
    return switch (this) {
      case NONE, LISTING -> "";
      case NO_MATCH, LIST_DONE ->
          open == 0
              ? Texts.of("Every image is reviewed.")
              : Texts.of(
                  "{0} still open.",
                  Texts.count(
                      open, "image that is not listed is", "images that are not listed are"));
      case ALL_DONE -> summary == null ? "" : done(summary);
    };
  }

  private static String done(Summary summary) {
    int staged = summary.staging().changes().size();
    return (summary.wrong() == 0
            ? Texts.of("No label was wrong")
            : Texts.count(summary.wrong(), "label was wrong", "labels were wrong"))
        + (staged == 0
            ? Texts.of("; nothing is staged.")
            : Texts.of(
                ". Commit {0}, then retrain and compare.",
                Texts.count(staged, "staged change", "staged changes")));
  }
}
