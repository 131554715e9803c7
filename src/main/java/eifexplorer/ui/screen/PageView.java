package eifexplorer.ui.screen;

import eifexplorer.ui.kit.KeyCommand;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** The nodes of a page, and what the keyboard does there. Everything happens on the JavaFX thread. */
public interface PageView {
  /** What is put into the window. */
  Node node();

  /** Chooses between the sizes for a large and a small window. */
  default void compact(boolean small) {}

  /** Puts the focus where it belongs when somebody turns to the page. */
  default void shown() {}

  /** Does a command; false if it is none of the page's, or not possible now. */
  default boolean perform(KeyCommand command) {
    return false;
  }

  /** Ends a command that lasts while its key is held. */
  default void release(KeyCommand command) {}

  /** Whether a pressed key is the page's command though the control with the focus would take it. */
  default boolean claims(KeyEvent event) {
    return false;
  }

  /** Does what a typed character means, where it stands on other keys on other keyboards; false if nothing. */
  default boolean typed(String character) {
    return false;
  }

  /** Closes what lies on top; false if nothing does. */
  default boolean closeTopmost() {
    return false;
  }
}
