package eifexplorer.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which key does what; immutable. Commands of different screens may have the same key. A key is named as {@link KeyCombination#getName} does, such as {@code Shortcut+D}, with
 * which a view model can work.
 */
public final class KeyMap {
  private final KeyTable table;
  private final Map<KeyCommand, KeyCombination> keys = new LinkedHashMap<>();

  private KeyMap(KeyTable table, Map<KeyCommand, KeyCombination> changed) {
    this.table = table;
    for (KeyCommand command : table.all()) {
      keys.put(command, changed.getOrDefault(command, command.usual()));
    }
  }

  /** Every command on its usual key. */
  public static KeyMap usual(KeyTable table) {
    return new KeyMap(table, Map.of());
  }

  /**
   * The usual keys with these changes, command to key by name. What is not known, is no key, or would give a key to two
   * commands of a screen is left out.
   */
  public static KeyMap of(KeyTable table, Map<String, String> changes) {
    Map<KeyCommand, KeyCombination> changed = new LinkedHashMap<>();
    for (KeyCommand command : table.all()) {
      parse(changes.get(command.name())).ifPresent(key -> changed.put(command, key));
    }
    KeyMap map = new KeyMap(table, changed);
    while (map.dropOneConflict(changed)) {
      map = new KeyMap(table, changed);
    }
    return map;
  }

  private boolean dropOneConflict(Map<KeyCommand, KeyCombination> changed) {
    for (KeyCommand command : changed.keySet()) {
      if (keys.entrySet().stream()
          .filter(e -> e.getKey() != command && table.meet(e.getKey(), command))
          .anyMatch(e -> e.getValue().equals(keys.get(command)))) {
        changed.remove(command);
        return true;
      }
    }
    return false;
  }

  private static Optional<KeyCombination> parse(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    try {
      // A name of no key becomes a combination of characters, which is none that can be pressed.
      return Optional.of(KeyCombination.valueOf(name)).filter(KeyCodeCombination.class::isInstance);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The commands that are not on their usual key, with the names of their keys. */
  public Map<String, String> changes() {
    Map<String, String> changes = new TreeMap<>();
    keys.forEach(
        (command, key) -> {
          if (!key.equals(command.usual())) {
            changes.put(command.name(), key.getName());
          }
        });
    return changes;
  }

  /** The same map with one command on another key. */
  public KeyMap with(KeyCommand command, KeyCombination key) {
    Map<KeyCommand, KeyCombination> changed = new LinkedHashMap<>(keys);
    changed.put(command, key);
    return new KeyMap(table, changed);
  }

  /** The same map with one command on the key of this name. */
  public KeyMap with(KeyCommand command, String key) {
    return with(command, KeyCombination.valueOf(key));
  }

  /**
   * The same map with the keys of two commands exchanged. What has either key on another screen, where it would now meet
   * one of the two, goes along.
   */
  public KeyMap swapped(KeyCommand one, KeyCommand other) {
    KeyCombination first = key(one);
    KeyCombination second = key(other);
    Map<KeyCommand, KeyCombination> changed = new LinkedHashMap<>(keys);
    keys.forEach(
        (command, key) -> {
          if (command == one || (key.equals(first) && table.meet(command, other))) {
            changed.put(command, second);
          } else if (command == other || (key.equals(second) && table.meet(command, one))) {
            changed.put(command, first);
          }
        });
    return new KeyMap(table, changed);
  }

  /** The same map with one command on its usual key; a command that has it takes the other's. */
  public KeyMap reset(KeyCommand command) {
    KeyCommand owner = owner(command.usual().getName(), command).orElse(command);
    return owner == command ? with(command, command.usual()) : swapped(command, owner);
  }

  /** The commands there are. */
  public KeyTable table() {
    return table;
  }

  /** The key of a command; its usual one if the table does not have it. */
  public KeyCombination key(KeyCommand command) {
    KeyCombination key = keys.get(command);
    return key == null ? command.usual() : key;
  }

  /** Whether a command is on another key than the usual one. */
  public boolean isChanged(KeyCommand command) {
    return !key(command).equals(command.usual());
  }

  /** The command that has the key of this name where another one works, if there is one. */
  public Optional<KeyCommand> owner(String key, KeyCommand wanting) {
    return parse(key)
        .flatMap(
            wanted ->
                keys.entrySet().stream()
                    .filter(entry -> table.meet(entry.getKey(), wanting))
                    .filter(entry -> entry.getValue().equals(wanted))
                    .map(Map.Entry::getKey)
                    .findFirst());
  }

  /**
   * The command of a key pressed on a screen, by its id, if it has one. The number pad's digits, + and − and the = key do what the
   * others do.
   */
  public Optional<KeyCommand> command(KeyEvent pressed, String screen) {
    return matching(pressed, screen)
        .or(() -> likeness(pressed).flatMap(same -> matching(same, screen)));
  }

  private Optional<KeyCommand> matching(KeyEvent pressed, String screen) {
    return table.on(screen).stream().filter(command -> key(command).match(pressed)).findFirst();
  }

  private static Optional<KeyEvent> likeness(KeyEvent pressed) {
    KeyCode code =
        switch (pressed.getCode()) {
          case ADD, EQUALS, PLUS -> KeyCode.PLUS;
          case SUBTRACT -> KeyCode.MINUS;
          default -> digit(pressed.getCode());
        };
    return Optional.ofNullable(code)
        .map(
            same ->
                new KeyEvent(
                    pressed.getEventType(),
                    "",
                    "",
                    same,
                    false,
                    pressed.isControlDown(),
                    pressed.isAltDown(),
                    pressed.isMetaDown()));
  }

  /** The digit of a key of the number pad; null for every other key. */
  private static @Nullable KeyCode digit(KeyCode code) {
    return code.isKeypadKey() && code.isDigitKey()
        ? KeyCode.valueOf(code.name().replace("NUMPAD", "DIGIT"))
        : null;
  }

  /** The name of a pressed key with its modifiers; empty for a modifier alone. */
  public static Optional<String> name(KeyEvent pressed) {
    KeyCode code = pressed.getCode();
    if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
      return Optional.empty();
    }
    KeyCombination.ModifierValue up = KeyCombination.ModifierValue.UP;
    return Optional.of(
        new KeyCodeCombination(
                code,
                value(pressed.isShiftDown()),
                up,
                value(pressed.isAltDown()),
                up,
                value(pressed.isShortcutDown()))
            .getName());
  }

  private static KeyCombination.ModifierValue value(boolean down) {
    return down ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP;
  }
}
