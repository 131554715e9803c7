package eifexplorer.ui.map;

/** What the points of a map are coloured by. */
public enum Colouring {
  CLASS("Class", "", ""),
  SPLIT("Training and test", "", ""),
  SUSPECT("Suspect rank", "least suspect", "most suspect"),
  LOSS("Loss rank", "smallest loss", "largest loss"),
  HARM("Harm to all pairs", "none", "most"),
  REVISION("Changed labels", "", ""),
  KEPT("Neighbours kept", "none", "all");

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
