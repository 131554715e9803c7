package eifexplorer.ui.train;

import eifexplorer.dataset.LabelNoise;
import eifexplorer.ui.kit.Texts;

/** How labels are made wrong on purpose, in the form's words. */
public enum LabelNoiseChoice {
  NONE(Texts.of("none"), ""),
  SHIFT(Texts.of("five classes on (paper)"), LabelNoise.shift5().id()),
  UNIFORM(Texts.of("any other class"), LabelNoise.uniform().id()),
  CONFUSION(Texts.of("the most similar class"), LabelNoise.CONFUSION);

  private final String title;
  private final String model;

  LabelNoiseChoice(String title, String model) {
    this.title = title;
    this.model = model;
  }

  /** The noise model's name in files and on the command line; empty for none. */
  public String model() {
    return model;
  }

  @Override
  public String toString() {
    return title;
  }
}
