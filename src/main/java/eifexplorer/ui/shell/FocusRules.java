package eifexplorer.ui.shell;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Where the keyboard is after the mouse: a button that was clicked does not keep it, so that Space and Enter mean what the
 * sheet of keys says and press nothing twice; who goes from button to button by Tab still can. And when what had the
 * keyboard is gone, no field takes it that nobody asked for.
 */
final class FocusRules {
  private final Scene scene;
  private final Node neutral;
  private @Nullable Node before;
  private @Nullable ButtonBase pressed;

  private FocusRules(Scene scene, Node neutral) {
    this.scene = scene;
    this.neutral = neutral;
  }

  /** Has a scene follow the rules; {@code neutral} has the keyboard when nothing in particular has. */
  static void install(Scene scene, Node neutral) {
    FocusRules rules = new FocusRules(scene, neutral);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> rules.pressed(event.getTarget()));
    // Before the button's own action, which may give the keyboard to something else.
    scene.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> rules.released());
    scene.focusOwnerProperty().addListener((value, old, now) -> rules.moved(old, now));
  }

  private void pressed(EventTarget target) {
    pressed = buttonAt(target);
    before = scene.getFocusOwner();
  }

  /** The button at this place; null if there is none, or one whose state is what the keyboard changes. */
  private static @Nullable ButtonBase buttonAt(EventTarget target) {
    @Nullable Node node = target instanceof Node hit ? hit : null;
    while (node != null && !(node instanceof ButtonBase)) {
      node = node.getParent();
    }
    return node instanceof ButtonBase button && !(button instanceof CheckBox) ? button : null;
  }

  private void released() {
    ButtonBase button = pressed;
    pressed = null;
    if (button instanceof MenuButton menu && menu.isShowing()) {
      giveBackAfter(menu);
    } else if (button != null) {
      giveBack(button);
    }
  }

  /** A menu closes as soon as its button loses the keyboard. */
  private void giveBackAfter(MenuButton menu) {
    menu.showingProperty()
        .addListener(
            new ChangeListener<Boolean>() {
              @Override
              public void changed(
                  ObservableValue<? extends Boolean> value, Boolean old, Boolean now) {
                menu.showingProperty().removeListener(this);
                giveBack(menu);
              }
            });
  }

  private void giveBack(ButtonBase button) {
    if (scene.getFocusOwner() == button) {
      Node was = before;
      boolean back = was != button && !(was instanceof TextInputControl);
      (was != null && back && isThere(was) ? was : neutral).requestFocus();
    }
  }

  private boolean isThere(Node node) {
    return node.getScene() == scene && !node.isDisabled() && node.isVisible();
  }

  /** The platform gives what was lost to the first node that can have it, which on most screens is a field. */
  private void moved(@Nullable Node old, @Nullable Node now) {
    if (old == null && now instanceof TextInputControl) {
      neutral.requestFocus();
    }
  }
}
