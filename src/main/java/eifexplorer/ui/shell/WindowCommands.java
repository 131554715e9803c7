package eifexplorer.ui.shell;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.KeyTable;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenKeys.Fixed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands of a window and its screens. */
final class WindowCommands {
  /** Keys that can't be changed, on every page. */
  static final List<Fixed> ALWAYS =
      List.of(
          new Fixed(List.of(Texts.of("Tab")), Texts.of("next area; with Shift the area before")),
          new Fixed(List.of("Enter"), Texts.of("open what is chosen")),
          new Fixed(List.of("?"), Texts.of("this sheet")),
          new Fixed(List.of(Texts.of("Esc")), Texts.of("close what lies on top")));

  private WindowCommands() {}

  /** Those that work wherever the user is: the screens in the rail's order among the others. */
  static List<KeyCommand> everywhere(List<Screen> screens) {
    List<KeyCommand> all = new ArrayList<>(List.of(WindowCommand.values()));
    all.addAll(all.indexOf(WindowCommand.JOBS), TurnTo.all(screens));
    return all;
  }

  /** All of them. */
  static KeyTable table(List<Screen> screens) {
    Map<String, List<KeyCommand>> onScreens = new LinkedHashMap<>();
    screens.forEach(screen -> onScreens.put(screen.id(), screen.keys().commands()));
    return new KeyTable(everywhere(screens), onScreens);
  }
}
