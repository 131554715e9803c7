package eifexplorer.ui.tour;

import eifexplorer.ui.kit.Texts;
import java.util.List;

/** A step of the tour, in the order it is walked. */
public enum TourStep {
  /** The confused pair. */
  PAIR(
      "pair-distance",
      Texts.of("A confused pair"),
      List.of(
          Texts.of(
              "The model takes the left test image for the class of the right one: of all test"
                  + " images that one is nearest. The arrow keys walk from pair to pair."),
          Texts.of(
              "“Doubtful” on a card counts the pair’s most harmful training images whose neighbours"
                  + " prefer another label: worth a look, not proved wrong."))),
  /** The training images behind it. */
  STRIPS(
      "harmful-strip",
      Texts.of("The training images behind it"),
      List.of(
          Texts.of("Harmful ▼: keeps the two together. Helpful ▲: pushes them apart."),
          Texts.of(
              "Below each image its score and label, and the two likeliest labels by its nearest"
                  + " neighbours, with their share; bright where the first is not the one it"
                  + " has."))),
  /** What would be without them. */
  WHAT_IF(
      "open-what-if",
      Texts.of("What if?"),
      List.of(
          Texts.of(
              "Leave training images out, count them more or relabel them, and see in seconds"
                  + " whether the pair comes apart, beside images drawn at random.")));

  private final String target;
  private final String title;
  private final List<String> sentences;

  TourStep(String target, String title, List<String> sentences) {
    this.target = target;
    this.title = title;
    this.sentences = sentences;
  }

  /** Identifier of the node it speaks of. */
  String target() {
    return target;
  }

  /** Whether the card stands above it, if there is room: the photographs of the pair are looked at while it is spoken of. */
  boolean isAbove() {
    return this != PAIR;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }

  /** What there is to say. */
  public List<String> sentences() {
    return sentences;
  }
}
