package eifexplorer.ui.explore.strips;

/** The two sides of influence, in the words used for them everywhere. */
public enum InfluenceKind {
  HARMFUL(
      "harmful",
      "Most harmful",
      "keep them together",
      "keep them together, rightly: they are of one class"),
  HELPFUL(
      "helpful",
      "Most helpful",
      "push them apart",
      "push them apart, wrongly: they are of one class");

  private final String word;
  private final String title;
  private final String effect;
  private final String effectOnOneClass;

  InfluenceKind(String word, String title, String effect, String effectOnOneClass) {
    this.word = word;
    this.title = title;
    this.effect = effect;
    this.effectOnOneClass = effectOnOneClass;
  }

  /** The adjective, also the style class. */
  public String word() {
    return word;
  }

  /** The head of its strip. */
  public String title() {
    return title;
  }

  /**
   * What such training images do to the pair.
   *
   * @param oneClass whether its images have the same class, as beside a pinned photograph: then nothing is confused
   */
  public String effect(boolean oneClass) {
    return oneClass ? effectOnOneClass : effect;
  }
}
