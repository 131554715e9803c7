package eifexplorer.ui.train;

import eifexplorer.ui.kit.Texts;

/** Where a run's back bone gets its first weights from, in the form's words. */
public enum WeightsChoice {
  MODEL(Texts.of("the open model's")),
  FILE(Texts.of("from a file")),
  RANDOM("random");

  private final String title;

  WeightsChoice(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
