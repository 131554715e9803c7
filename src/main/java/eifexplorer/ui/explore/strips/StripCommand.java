package eifexplorer.ui.explore.strips;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;

/** Commands of the strips and of the chosen training image. */
public enum StripCommand implements KeyCommand {
  NEXT_SCOPE(Texts.of("pair, class pair, group"), "G"),
  ALL_TILES(Texts.of("all training images of a kind"), "A"),
  PARAMETERS(Texts.of("estimator and its parameters"), "T"),
  BETTER_ESTIMATOR(Texts.of("the estimator that was measured to be better"), "Shift+T"),
  FLAG(Texts.of("flag the training image, or take the flag away"), "F"),
  PICK(Texts.of("pick it for what if, or drop it"), "Q"),
  WHAT_IF(Texts.of("what if training images were changed"), "W"),
  COMPARE_ESTIMATORS(Texts.of("another estimator on the same pair"), "C"),
  CULPRITS(Texts.of("the classes and images that harm most pairs"), "H"),
  COPIES(Texts.of("the same photograph more than once"), "Y"),
  RELABEL(Texts.of("relabel it, in Review"), "R"),
  EXCLUDE(Texts.of("exclude it from training, or take that back"), "D"),
  COPY_PATH(Texts.of("copy its path"), "Shortcut+Shift+C"),
  REVEAL(Texts.of("show it in the file manager"), "Shortcut+R"),
  OPEN_IMAGE(Texts.of("open it in the system's viewer"), "Shift+O"),
  SAMPLE_PANEL(Texts.of("its panel, in a small window"), "I");

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
