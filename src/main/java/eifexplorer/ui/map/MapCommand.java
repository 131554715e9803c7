package eifexplorer.ui.map;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;

/** Commands of the map. */
public enum MapCommand implements KeyCommand {
  MAP_PREVIOUS_PAIR(Texts.of("previous pair"), "Left"),
  MAP_NEXT_PAIR(Texts.of("next pair"), "Right"),
  MAP_LOCATE(Texts.of("go to the pair"), "L"),
  MAP_WHOLE(Texts.of("the whole map"), "0"),
  MAP_LARGER(Texts.of("larger"), "Plus"),
  MAP_SMALLER(Texts.of("smaller"), "Minus"),
  MAP_ALL_PAIRS(Texts.of("all pairs as faint lines"), "A"),
  MAP_LASSO(Texts.of("lasso, or move again"), "S"),
  MAP_RECTANGLE(Texts.of("rectangle, or move again"), "B"),
  MAP_FLAG(Texts.of("flag the image, or those picked"), "F"),
  MAP_OPEN(Texts.of("open in Explore, a training image in Review"), "E"),
  MAP_EXPORT(Texts.of("export the picture"), "Shortcut+E");

  private final String does;
  private final String usualKey;

  MapCommand(String does, String usualKey) {
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
    return this == MAP_PREVIOUS_PAIR
        || this == MAP_NEXT_PAIR
        || this == MAP_LARGER
        || this == MAP_SMALLER;
  }
}
