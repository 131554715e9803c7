package eifexplorer.ui.explore.strips;

import eifexplorer.ui.kit.Texts;

/**
 * A label a training image might have, as it is written.
 *
 * @param label the class
 * @param className its name
 * @param probability 0..1
 * @param given true if the image carries it
 */
public record LikelyLabel(int label, String className, double probability, boolean given) {
  /** Two decimals, without the leading zero: {@code .61}; {@code 1.00} for one. */
  public String shortText() {
    String text = text();
    return text.startsWith("0") ? text.substring(1) : text;
  }

  /** Two digits: {@code 0.61}. */
  public String text() {
    return Texts.coefficient(probability);
  }
}
