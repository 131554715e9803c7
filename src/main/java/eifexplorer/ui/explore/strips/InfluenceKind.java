package eifexplorer.ui.explore.strips;

import eifexplorer.ui.kit.Texts;

/** The two sides of influence, in the words used for them everywhere. */
public enum InfluenceKind {
  HARMFUL(
      "harmful",
      Texts.of("Most harmful"),
      Texts.of("keep them together"),
      Texts.of("keep them together, rightly: they are of one class"),
      Texts.of(
          "Harmful: with the weights moved so that the pair comes apart, the loss of these training"
              + " images rises. They hold the pair together.")),
  HELPFUL(
      "helpful",
      Texts.of("Most helpful"),
      Texts.of("push them apart"),
      Texts.of("push them apart, wrongly: they are of one class"),
      Texts.of(
          "Helpful: with the weights moved so that the pair comes apart, the loss of these training"
              + " images falls. They push the pair apart."));

  private final String word;
  private final String title;
  private final String effect;
  private final String effectOnOneClass;
  private final String explanation;

  InfluenceKind(
      String word, String title, String effect, String effectOnOneClass, String explanation) {
    this.word = word;
    this.title = title;
    this.effect = effect;
    this.effectOnOneClass = effectOnOneClass;
    this.explanation = explanation;
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

  /** What the word means, in a sentence or two. */
  String explanation() {
    return explanation;
  }
}
