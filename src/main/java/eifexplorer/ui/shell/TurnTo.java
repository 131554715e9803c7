package eifexplorer.ui.shell;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.screen.Screen;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Turns to a screen. Its usual key is {@code Ctrl} and its place in the rail.
 *
 * @param place from 1 to 9
 */
record TurnTo(Screen screen, int place) implements KeyCommand {
  /** As many as there are digits. */
  static final int MOST = 9;

  /**
   * One for each screen.
   *
   * @throws IllegalArgumentException for more screens than digits
   */
  static List<TurnTo> all(List<Screen> screens) {
    if (screens.size() > MOST) {
      throw new IllegalArgumentException(screens.size() + " screens, but " + MOST + " digits");
    }
    return IntStream.range(0, screens.size())
        .mapToObj(i -> new TurnTo(screens.get(i), i + 1))
        .toList();
  }

  @Override
  public String name() {
    return screen.id().toUpperCase(Locale.ROOT).replace('-', '_') + "_PAGE";
  }

  @Override
  public String does() {
    return screen.title();
  }

  @Override
  public String usualKey() {
    return "Shortcut+" + place;
  }
}
