package eifexplorer.ui.shell;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.KeyMap;
import eifexplorer.ui.kit.KeyTable;
import eifexplorer.ui.screen.Preferences;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The keys: which does what, and how that is changed. A command is chosen, then the next key pressed becomes its key; one
 * that belongs to another command is not taken until the two are swapped.
 */
public final class KeysViewModel {
  /** Keys that always do the same: they close, and move the focus. */
  private static final Set<String> RESERVED = Set.of("Esc", "Tab", "Shift+Tab", "Enter");

  /**
   * A key that belongs to another command.
   *
   * @param wanted the command that was to have it
   * @param key its name
   * @param owner the command that has it; null for a key that can't be given away
   */
  public record Conflict(KeyCommand wanted, String key, @Nullable KeyCommand owner) {}

  private final Preferences preferences;
  private final ReadOnlyObjectWrapper<KeyMap> map;
  private final ReadOnlyObjectWrapper<KeyCommand> changing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Conflict> conflict = new ReadOnlyObjectWrapper<>();

  KeysViewModel(Preferences preferences, KeyTable table) {
    this.preferences = preferences;
    this.map = new ReadOnlyObjectWrapper<>(KeyMap.of(table, preferences.get().keys()));
  }

  /** Which key does what. */
  public ReadOnlyObjectProperty<KeyMap> mapProperty() {
    return map.getReadOnlyProperty();
  }

  /** The command whose new key is waited for; null if none is. */
  public ReadOnlyObjectProperty<KeyCommand> changingProperty() {
    return changing.getReadOnlyProperty();
  }

  /** Why the key that was pressed was not taken; null if nothing is wrong. */
  public ReadOnlyObjectProperty<Conflict> conflictProperty() {
    return conflict.getReadOnlyProperty();
  }

  /** Waits for the new key of a command. */
  public void change(KeyCommand command) {
    conflict.set(null);
    changing.set(command);
  }

  /** Waits no longer. */
  public void cancel() {
    conflict.set(null);
    changing.set(null);
  }

  /** Takes the key that was pressed, by its name, if a command waits for one. */
  public void press(String key) {
    KeyCommand command = changing.get();
    if (command == null) {
      return;
    }
    KeyCommand owner = map.get().owner(key, command).orElse(null);
    if (RESERVED.contains(key)) {
      conflict.set(new Conflict(command, key, null));
    } else if (owner != null && owner != command) {
      conflict.set(new Conflict(command, key, owner));
    } else {
      use(map.get().with(command, key));
    }
  }

  /** Gives the two commands of the conflict each other's key. */
  public void swap() {
    Conflict found = conflict.get();
    if (found != null && found.owner() != null) {
      use(map.get().swapped(found.wanted(), found.owner()));
    }
  }

  /** Gives a command its usual key back; a command that has it meanwhile takes the other's. */
  public void reset(KeyCommand command) {
    use(map.get().reset(command));
  }

  /** Gives every command its usual key back. */
  public void resetAll() {
    use(KeyMap.usual(map.get().table()));
  }

  private void use(KeyMap changed) {
    cancel();
    map.set(changed);
    preferences.change(settings -> settings.withKeys(changed.changes()));
  }
}
