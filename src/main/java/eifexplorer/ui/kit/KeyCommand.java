package eifexplorer.ui.kit;

import javafx.scene.input.KeyCombination;

/**
 * Something a key can do; the key itself is the {@link KeyMap}'s, and may be changed. Each screen has an enum of its own.
 */
public interface KeyCommand {
  /** Names it where its key is remembered; the same for no other command of the window, and never changed. */
  String name();

  /** What it does, in a few words. */
  String does();

  /** The name of the key it has before anybody changed it, such as {@code Shortcut+F}. */
  String usualKey();

  /** Whether it is done again and again while its key is held; the others wait for the next press. */
  default boolean repeats() {
    return false;
  }

  /** Whether it lasts while its key is held: then it is told when the key is let go. */
  default boolean holds() {
    return false;
  }

  /** The key it has before anybody changed it. */
  default KeyCombination usual() {
    return KeyCombination.valueOf(usualKey());
  }
}
