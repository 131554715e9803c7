package eifexplorer.ui.explore.strips;

import eifexplorer.ui.kit.KeyCommand;

/** Commands of the strips and of the chosen training image. */
public enum StripCommand implements KeyCommand {
  NEXT_SCOPE("pair, class pair, group", "G"),
  ALL_TILES("all training images of a kind", "A"),
  PARAMETERS("estimator and its parameters", "T"),
  BETTER_ESTIMATOR("the estimator that was measured to be better", "Shift+T"),
  FLAG("flag the training image, or take the flag away", "F"),
  PICK("pick it for what if, or drop it", "Q"),
  WHAT_IF("what if training images were changed", "W"),
  COMPARE_ESTIMATORS("another estimator on the same pair", "C"),
  CULPRITS("the classes and images that harm most pairs", "H"),
  COPIES("the same photograph more than once", "Y"),
  RELABEL("relabel it, in Review", "R"),
  EXCLUDE("exclude it from training, or take that back", "D"),
  COPY_PATH("copy its path", "Shortcut+Shift+C"),
  REVEAL("show it in the file manager", "Shortcut+R"),
  OPEN_IMAGE("open it in the system's viewer", "Shift+O"),
  SAMPLE_PANEL("its panel, in a small window", "I");

  private final String does;
  private final String usualKey;

  StripCommand(String does, String usualKey) {
    this.does = does;
    this.usualKey = usualKey;
  }

  @Override
  public String does() {
    return does;
  }

  @Override
  public String usualKey() {
    return usualKey;
  }
}
