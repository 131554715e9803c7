package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;

/** Commands of the list of pairs and of the chosen pair. */
public enum PairCommand implements KeyCommand {
  PREVIOUS_PAIR(Texts.of("previous pair"), "Left"),
  NEXT_PAIR(Texts.of("next pair"), "Right"),
  MARK_REVIEWED(Texts.of("mark the pair as reviewed, or not"), "Space"),
  NOTE(Texts.of("note on the pair"), "N"),
  SAVE_CARD(Texts.of("save a card of the pair, or of those picked"), "S"),
  LOCATE_PAIR(Texts.of("the pair on the map"), "L"),
  LOCATE_TRAINING_IMAGE(Texts.of("the training image on the map"), "Shift+L"),
  FILTER(Texts.of("filter the list"), "Shortcut+F"),
  COMPARE_MODELS(Texts.of("another model, same test images"), "Shift+C"),
  PAIRS_LIST(Texts.of("list of pairs"), "Alt+1"),
  CLASS_PAIRS_LIST(Texts.of("list of class pairs"), "Alt+2"),
  CLASSES_LIST(Texts.of("list of classes"), "Alt+3");

  private final String does;
  private final String usualKey;

  PairCommand(String does, String usualKey) {
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

  @Override
  public boolean repeats() {
    return this == PREVIOUS_PAIR || this == NEXT_PAIR;
  }
}
