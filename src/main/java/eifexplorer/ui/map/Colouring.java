package eifexplorer.ui.map;

import eifexplorer.ui.kit.Texts;

/** What the points of a map are coloured by. */
public enum Colouring {
  CLASS(Texts.of("Class"), "", ""),
  SPLIT(Texts.of("Training and test"), "", ""),
  SUSPECT(Texts.of("Suspect rank"), Texts.of("least suspect"), Texts.of("most suspect")),
  LOSS(Texts.of("Loss rank"), Texts.of("smallest loss"), Texts.of("largest loss")),
  HARM(Texts.of("Harm to all pairs"), Texts.of("none"), Texts.of("most")),
  REVISION(Texts.of("Changed labels"), "", ""),
  KEPT(Texts.of("Neighbours kept"), Texts.of("none"), Texts.of("all"));

  private final String title;
  private final String low;
  private final String high;

  Colouring(String title, String low, String high) {
    this.title = title;
    this.low = low;
    this.high = high;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** What the lower end of the scale means; empty without a scale. */
  public String low() {
    return low;
  }

  /** What the upper end of the scale means. */
  public String high() {
    return high;
  }

  /** Whether it tells of training images alone, so that test images are grey. */
  public boolean ofTrainingAlone() {
    return this == SUSPECT || this == LOSS || this == HARM || this == REVISION;
  }

  /** Whether values are shown on a scale. */
  public boolean hasScale() {
    return !low.isEmpty();
  }

  @Override
  public String toString() {
    return title;
  }
}
