package eifexplorer.ui.explore.strips;

/** The two sides of influence, in the words used for them everywhere. */
public enum InfluenceKind {
  HARMFUL("harmful", "Most harmful", "keep them together"),
  HELPFUL("helpful", "Most helpful", "push them apart");

  private final String word;
  private final String title;
  private final String effect;

  InfluenceKind(String word, String title, String effect) {
    this.word = word;
    this.title = title;
    this.effect = effect;
  }

  /** The adjective, also the style class. */
  public String word() {
    return word;
  }

  /** The head of its strip. */
  public String title() {
    return title;
  }

  /** What such training images do to the pair. */
  public String effect() {
    return effect;
  }
}
