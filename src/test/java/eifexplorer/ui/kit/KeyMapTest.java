package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.ui.explore.confusions.PairCommand;
import eifexplorer.ui.explore.strips.StripCommand;
import eifexplorer.ui.photo.ZoomCommand;
import eifexplorer.ui.review.ReviewCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyMapTest {
  /** Works everywhere. */
  private enum Anywhere implements KeyCommand {
    THEME;

    @Override
    public String does() {
      return "dark, light";
    }

    @Override
    public String usualKey() {
      return "Shortcut+D";
    }
  }

  private static final KeyTable TABLE =
      new KeyTable(
          List.of(Anywhere.values()),
          Map.of(
              "explore",
              commands(PairCommand.values(), StripCommand.values(), ZoomCommand.values()),
              "review",
              commands(ReviewCommand.values(), ZoomCommand.values())));
  private static final KeyMap USUAL = KeyMap.usual(TABLE);

  private static List<KeyCommand> commands(KeyCommand[]... groups) {
    List<KeyCommand> all = new ArrayList<>();
    for (KeyCommand[] group : groups) {
      all.addAll(List.of(group));
    }
    return all;
  }

  private static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  @Test
  void aKeyMayServeACommandOfEachScreen() {
    assertEquals(
        List.of(
            Optional.of(PairCommand.NEXT_PAIR),
            Optional.of(ReviewCommand.NEXT_IMAGE),
            Optional.empty()),
        List.of(
            USUAL.command(pressed(KeyCode.RIGHT), "explore"),
            USUAL.command(pressed(KeyCode.RIGHT), "review"),
            USUAL.command(pressed(KeyCode.RIGHT), "a form")));
    assertEquals(
        Map.of("FLAG", "X", "UNDO", "G"),
        KeyMap.of(TABLE, Map.of("FLAG", "X", "UNDO", "G")).changes());
  }

  @Test
  void aKeyOfEveryScreenIsTakenOnEachOfThem() {
    assertEquals(Map.of(), KeyMap.of(TABLE, Map.of("THEME", "X")).changes());
    KeyMap map = USUAL.swapped(Anywhere.THEME, StripCommand.EXCLUDE);

    assertEquals(
        Map.of("THEME", "D", "EXCLUDE", "Shortcut+D", "EXCLUDE_IMAGE", "Shortcut+D"),
        map.changes());
    assertEquals(Map.of(), map.reset(Anywhere.THEME).changes());
  }

  @Test
  void theNumberPadHasTheDigits() {
    assertEquals(
        Optional.of(ReviewCommand.CHOOSE_THIRD), USUAL.command(pressed(KeyCode.NUMPAD3), "review"));
  }

  @Test
  void findsTheCommandOfAKey() {
    assertEquals(Optional.of(StripCommand.FLAG), USUAL.command(pressed(KeyCode.F), "explore"));
  }

  @Test
  void aChangedKeyReplacesTheUsualOne() {
    KeyMap map = USUAL.with(StripCommand.FLAG, KeyCombination.valueOf("B"));
    assertEquals(Optional.of(StripCommand.FLAG), map.command(pressed(KeyCode.B), "explore"));
    assertEquals(Optional.empty(), map.command(pressed(KeyCode.F), "explore"));
  }

  private static KeyEvent pressed(KeyCode code, boolean shift, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
  }

  @Test
  void onlyChangesAreKeptAndFoundAgain() {
    KeyMap map = USUAL.with(StripCommand.FLAG, "B").with(Anywhere.THEME, "Shift+F5");

    assertEquals(Map.of("FLAG", "B", "THEME", "Shift+F5"), map.changes());
    assertEquals(map.changes(), KeyMap.of(TABLE, map.changes()).changes());
  }

  @Test
  void whatIsNotUnderstoodIsIgnored() {
    KeyMap map =
        KeyMap.of(
            TABLE,
            Map.of("FLAG", "no such key", "DANCE", "D", "REVEAL", "", "OPEN_IMAGE", "Shift+J"));

    assertEquals(Map.of("OPEN_IMAGE", "Shift+J"), map.changes());
  }

  @Test
  void aKeyForTwoCommandsIsIgnored() {
    assertEquals(Map.of(), KeyMap.of(TABLE, Map.of("FLAG", "Z")).changes());
    Map<String, String> exchanged = Map.of("FLAG", "Z", "ACTUAL_SIZE", "F", "FILTER_QUEUE", "Z");
    assertEquals(exchanged, KeyMap.of(TABLE, exchanged).changes());
  }

  @Test
  void twoCommandsExchangeTheirKeys() {
    KeyMap map = USUAL.swapped(StripCommand.FLAG, ZoomCommand.ACTUAL_SIZE);

    assertEquals(
        List.of(Optional.of(ZoomCommand.ACTUAL_SIZE), Optional.of(StripCommand.FLAG)),
        List.of(map.owner("F", StripCommand.FLAG), map.owner("Z", StripCommand.FLAG)));
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
            Optional.of(ZoomCommand.ZOOM_IN),
            Optional.of(ZoomCommand.ZOOM_IN),
            Optional.of(ZoomCommand.ZOOM_OUT)),
        List.of(
            USUAL.command(pressed(KeyCode.ADD), "explore"),
            USUAL.command(pressed(KeyCode.EQUALS, true, false), "explore"),
            USUAL.command(pressed(KeyCode.SUBTRACT), "explore")));
  }

  @Test
  void capsAreWhatStandsOnTheKeys() {
    assertEquals(
        List.of(List.of("Ctrl", "Shift", "C"), List.of("←"), List.of("+"), List.of("Alt", "1")),
        List.of(
            KeyCaps.of(StripCommand.COPY_PATH.usual()),
            KeyCaps.of(PairCommand.PREVIOUS_PAIR.usual()),
            KeyCaps.of(ZoomCommand.ZOOM_IN.usual()),
            KeyCaps.of(PairCommand.PAIRS_LIST.usual())));
  }

  @Test
  void twoCommandsOfOneNameAreRefused() {
    List<KeyCommand> twice = List.of(Anywhere.THEME, new Named("THEME"));

    IllegalArgumentException trouble =
        assertThrows(IllegalArgumentException.class, () -> new KeyTable(twice, Map.of()));

    assertEquals("Two commands have the name THEME", trouble.getMessage());
  }

  /** A command by its name alone. */
  private record Named(String name) implements KeyCommand {
    @Override
    public String does() {
      return "";
    }

    @Override
    public String usualKey() {
      return "F9";
    }
  }
}
