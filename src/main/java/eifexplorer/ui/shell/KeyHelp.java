package eifexplorer.ui.shell;

import java.util.List;

/**
 * The keys there are, as the help sheet lists them.
 *
 * @param title of a group
 * @param keys in the group
 */
record KeyHelp(String title, List<Key> keys) {
  /**
   * A key and what it does.
   *
   * @param caps the keys, pressed together or one of them
   * @param does what it does
   */
  record Key(List<String> caps, String does) {}

  private static Key key(String does, String... caps) {
    return new Key(List.of(caps), does);
  }

  /** Every key. */
  static List<KeyHelp> all() {
    return List.of(
        new KeyHelp(
            "Pairs",
            List.of(
                key("previous, next pair", "←", "→"),
                key("the same, in the list", "↑", "↓"),
                key("filter", "/", "Ctrl F"))),
        new KeyHelp(
            "Photographs",
            List.of(
                key("100 % and whole", "Z"),
                key("larger, smaller", "+", "−"),
                key("the same at the pointer", "wheel"),
                key("move", "drag"))),
        new KeyHelp(
            "Strips",
            List.of(
                key("next area, area before", "Tab", "Shift Tab"),
                key("tile before, next tile", "←", "→"),
                key("stronger, weaker ones", "Page ↑", "Page ↓"),
                key("strongest", "Home"),
                key("open the training image", "Enter"),
                key("its panel, in a small window", "I"))),
        new KeyHelp(
            "Window",
            List.of(
                key("open a workspace", "Ctrl O"),
                key("open a data set", "Ctrl N"),
                key("Explore, Workspace", "Ctrl 1", "Ctrl 2"),
                key("all jobs", "Ctrl J"),
                key("dark, light", "Ctrl D"),
                key("close what lies on top", "Esc"),
                key("this sheet", "?", "F1"))));
  }
}
