package eifexplorer.ui.shell;

import eifexplorer.ui.explore.ExploreView;
import eifexplorer.ui.kit.Notice;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work wherever the focus is. Ctrl+O and Ctrl+N belong to the menu. */
final class WindowKeys {
  private final ExplorerWindowViewModel model;
  private final WindowRoot root;

  private WindowKeys(ExplorerWindowViewModel model, WindowRoot root) {
    this.model = model;
    this.root = root;
  }

  /** Makes the keys work in a scene. */
  static void install(Scene scene, ExplorerWindowViewModel model, WindowRoot root) {
    WindowKeys keys = new WindowKeys(model, root);
    // A filter, since lists keep Escape to themselves.
    scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::escape);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    scene.addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
    keys.on(scene, "Shortcut+F", keys::filter);
    keys.on(scene, "Shortcut+J", () -> toggle(model.drawerProperty()));
    keys.on(scene, "Shortcut+D", model::toggleTheme);
    keys.on(scene, "Shortcut+1", () -> model.pageProperty().set(Page.EXPLORE));
    keys.on(scene, "Shortcut+2", () -> model.pageProperty().set(Page.WORKSPACE));
  }

  private void on(Scene scene, String keys, Runnable action) {
    scene.getAccelerators().put(KeyCombination.valueOf(keys), action);
  }

  private static void toggle(BooleanProperty property) {
    property.set(!property.get());
  }

  private void filter() {
    ExploreView explore = root.exploreInSight();
    if (explore != null) {
      explore.focusFilter();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F1) {
      toggle(model.helpProperty());
      event.consume();
    } else if (root.exploreInSight() != null) {
      root.exploreInSight().keyPressed(event);
    }
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && closeTopmost()) {
      event.consume();
    }
  }

  /** Closes help, else the last notice, else a drawer; false if there is nothing to close. */
  private boolean closeTopmost() {
    List<Notice> notices = model.notices().notices();
    if (model.helpProperty().get()) {
      model.helpProperty().set(false);
    } else if (!notices.isEmpty()) {
      model.notices().dismiss(notices.get(notices.size() - 1));
    } else if (model.drawerProperty().get()) {
      model.drawerProperty().set(false);
    } else {
      return root.exploreInSight() != null && root.exploreInSight().closeTopmost();
    }
    return true;
  }

  /** Characters, since where they are on the keyboard differs. */
  private void typed(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl) {
      return;
    }
    switch (event.getCharacter()) {
      case "?" -> toggle(model.helpProperty());
      case "/" -> filter();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
