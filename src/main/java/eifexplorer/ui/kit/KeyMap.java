package eifexplorer.ui.kit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Which key does what; immutable. */
public final class KeyMap {
  /** Every command on its usual key. */
  public static final KeyMap USUAL = new KeyMap(Map.of());

  private final Map<KeyCommand, KeyCombination> keys = new EnumMap<>(KeyCommand.class);

  private KeyMap(Map<KeyCommand, KeyCombination> changed) {
    for (KeyCommand command : KeyCommand.values()) {
      keys.put(command, changed.getOrDefault(command, command.usual()));
    }
  }

  /** The same map with one command on another key. */
  public KeyMap with(KeyCommand command, KeyCombination key) {
    Map<KeyCommand, KeyCombination> changed = new EnumMap<>(keys);
    changed.put(command, key);
    return new KeyMap(changed);
  }

  /** The key of a command. */
  public KeyCombination key(KeyCommand command) {
    return keys.get(command);
  }

  /** The command of a pressed key, if it has one. */
  public Optional<KeyCommand> command(KeyEvent pressed) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().match(pressed))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
