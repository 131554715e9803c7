package eifexplorer.ui.map;

import eifexplorer.ui.kit.KeyCommand;

/** Commands of the map. */
public enum MapCommand implements KeyCommand {
  MAP_PREVIOUS_PAIR("previous pair", "Left"),
  MAP_NEXT_PAIR("next pair", "Right"),
  MAP_LOCATE("go to the pair", "L"),
  MAP_WHOLE("the whole map", "0"),
  MAP_LARGER("larger", "Plus"),
  MAP_SMALLER("smaller", "Minus"),
  MAP_ALL_PAIRS("all pairs as faint lines", "A"),
  MAP_LASSO("lasso, or move again", "S"),
  MAP_RECTANGLE("rectangle, or move again", "B"),
  MAP_FLAG("flag the image, or those picked", "F"),
  MAP_OPEN("open in Explore, a training image in Review", "E"),
  MAP_EXPORT("export the picture", "Shortcut+E");

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
