package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.ui.kit.KeyCommand.Screen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyMapTest {
  private static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  @Test
  void noTwoCommandsOfAScreenHaveTheSameUsualKey() {
    for (Screen screen : Screen.values()) {
      List<String> keys =
          Arrays.stream(KeyCommand.values())
              .filter(command -> command.worksOn(screen))
              .map(command -> command.usual().getName())
              .toList();
      assertEquals(Set.copyOf(keys).size(), keys.size(), screen.name());
    }
  }

  @Test
  void aKeyMayServeACommandOfEachScreen() {
    assertEquals(
        List.of(
            Optional.of(KeyCommand.NEXT_PAIR),
            Optional.of(KeyCommand.NEXT_IMAGE),
            Optional.empty()),
        List.of(
            KeyMap.USUAL.command(pressed(KeyCode.RIGHT), Screen.EXPLORE),
            KeyMap.USUAL.command(pressed(KeyCode.RIGHT), Screen.REVIEW),
            KeyMap.USUAL.command(pressed(KeyCode.RIGHT), Screen.EVERY)));
    assertEquals(
        Map.of("FLAG", "X", "UNDO", "G"), KeyMap.of(Map.of("FLAG", "X", "UNDO", "G")).changes());
  }

  @Test
  void aKeyOfEveryScreenIsTakenOnEachOfThem() {
    assertEquals(Map.of(), KeyMap.of(Map.of("THEME", "X")).changes());
    KeyMap map = KeyMap.USUAL.swapped(KeyCommand.THEME, KeyCommand.EXCLUDE);

    assertEquals(
        Map.of("THEME", "D", "EXCLUDE", "Shortcut+D", "EXCLUDE_IMAGE", "Shortcut+D"),
        map.changes());
    assertEquals(Map.of(), map.reset(KeyCommand.THEME).changes());
  }

  @Test
  void theNumberPadHasTheDigits() {
    assertEquals(
        Optional.of(KeyCommand.CHOOSE_THIRD),
        KeyMap.USUAL.command(pressed(KeyCode.NUMPAD3), Screen.REVIEW));
  }

  @Test
  void findsTheCommandOfAKey() {
    assertEquals(
        Optional.of(KeyCommand.FLAG), KeyMap.USUAL.command(pressed(KeyCode.F), Screen.EXPLORE));
  }

  @Test
  void aChangedKeyReplacesTheUsualOne() {
    KeyMap map = KeyMap.USUAL.with(KeyCommand.FLAG, KeyCombination.valueOf("B"));
    assertEquals(Optional.of(KeyCommand.FLAG), map.command(pressed(KeyCode.B), Screen.EXPLORE));
    assertEquals(Optional.empty(), map.command(pressed(KeyCode.F), Screen.EXPLORE));
  }

  private static KeyEvent pressed(KeyCode code, boolean shift, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
  }

  @Test
  void onlyChangesAreKeptAndFoundAgain() {
    KeyMap map = KeyMap.USUAL.with(KeyCommand.FLAG, "B").with(KeyCommand.THEME, "Shift+F5");

    assertEquals(Map.of("FLAG", "B", "THEME", "Shift+F5"), map.changes());
    assertEquals(map.changes(), KeyMap.of(map.changes()).changes());
  }

  @Test
  void whatIsNotUnderstoodIsIgnored() {
    KeyMap map =
        KeyMap.of(
            Map.of("FLAG", "no such key", "DANCE", "D", "REVEAL", "", "OPEN_IMAGE", "Shift+O"));

    assertEquals(Map.of("OPEN_IMAGE", "Shift+O"), map.changes());
  }

  @Test
  void aKeyForTwoCommandsIsIgnored() {
    assertEquals(Map.of(), KeyMap.of(Map.of("FLAG", "Z")).changes());
    assertEquals(
        Map.of("FLAG", "Z", "ACTUAL_SIZE", "F"),
        KeyMap.of(Map.of("FLAG", "Z", "ACTUAL_SIZE", "F")).changes());
  }

  @Test
  void twoCommandsExchangeTheirKeys() {
    KeyMap map = KeyMap.USUAL.swapped(KeyCommand.FLAG, KeyCommand.ACTUAL_SIZE);

    assertEquals(
        List.of(Optional.of(KeyCommand.ACTUAL_SIZE), Optional.of(KeyCommand.FLAG)),
        List.of(map.owner("F", KeyCommand.FLAG), map.owner("Z", KeyCommand.FLAG)));
  }

  @Test
  void aPressedKeyHasItsNameWithItsModifiers() {
    assertEquals(
        List.of(Optional.of("Shift+Shortcut+C"), Optional.of("B"), Optional.empty()),
        List.of(
            KeyMap.name(pressed(KeyCode.C, true, true)),
            KeyMap.name(pressed(KeyCode.B)),
            KeyMap.name(pressed(KeyCode.CONTROL, false, true))));
  }

  @Test
  void plusIsOnSeveralKeys() {
    assertEquals(
        List.of(
            Optional.of(KeyCommand.ZOOM_IN),
            Optional.of(KeyCommand.ZOOM_IN),
            Optional.of(KeyCommand.ZOOM_OUT)),
        List.of(
            KeyMap.USUAL.command(pressed(KeyCode.ADD), Screen.EXPLORE),
            KeyMap.USUAL.command(pressed(KeyCode.EQUALS, true, false), Screen.EXPLORE),
            KeyMap.USUAL.command(pressed(KeyCode.SUBTRACT), Screen.EXPLORE)));
  }

  @Test
  void capsAreWhatStandsOnTheKeys() {
    assertEquals(
        List.of(List.of("Ctrl", "Shift", "C"), List.of("←"), List.of("+"), List.of("Alt", "1")),
        List.of(
            KeyCaps.of(KeyCommand.COPY_PATH.usual()),
            KeyCaps.of(KeyCommand.PREVIOUS_PAIR.usual()),
            KeyCaps.of(KeyCommand.ZOOM_IN.usual()),
            KeyCaps.of(KeyCommand.PAIRS_LIST.usual())));
  }
}
