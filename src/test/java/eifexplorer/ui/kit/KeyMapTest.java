package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyMapTest {
  private static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  @Test
  void noTwoCommandsHaveTheSameUsualKey() {
    Set<String> keys =
        Arrays.stream(KeyCommand.values())
            .map(command -> command.usual().getName())
            .collect(Collectors.toSet());
    assertEquals(KeyCommand.values().length, keys.size());
  }

  @Test
  void findsTheCommandOfAKey() {
    assertEquals(Optional.of(KeyCommand.FLAG), KeyMap.USUAL.command(pressed(KeyCode.F)));
  }

  @Test
  void aChangedKeyReplacesTheUsualOne() {
    KeyMap map = KeyMap.USUAL.with(KeyCommand.FLAG, KeyCombination.valueOf("B"));
    assertEquals(Optional.of(KeyCommand.FLAG), map.command(pressed(KeyCode.B)));
    assertEquals(Optional.empty(), map.command(pressed(KeyCode.F)));
  }
}
