package eifexplorer.ui.shell;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.KeyMap;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.screen.PageView;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The keys that work wherever the focus is; which does what is the {@link KeyMap}'s. */
final class WindowKeys {
  private final ExplorerWindowViewModel model;
  private final WindowRoot root;

  /** The key that is held down; null if none is known to be. */
  private @Nullable KeyCode held;

  /**
   * The end of a command that lasts while its key is held, a moment after the key was let go: where a held key repeats, the
   * system may report it as let go and pressed again, which must not be seen.
   */
  private final PauseTransition letGo = new PauseTransition(Duration.millis(40));

  private Runnable endHold = () -> {};
  private @Nullable KeyCode holding;

  /** Whether the last press did something, so that its character must not be written into a field that was opened. */
  private boolean done;

  private WindowKeys(ExplorerWindowViewModel model, WindowRoot root) {
    this.model = model;
    this.root = root;
    letGo.setOnFinished(event -> endHold());
  }

  /** Makes the keys work in a scene. */
  static void install(Scene scene, ExplorerWindowViewModel model, WindowRoot root) {
    WindowKeys keys = new WindowKeys(model, root);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::first);
    scene.addEventFilter(KeyEvent.KEY_TYPED, event -> consumeIf(keys.done, event));
    scene.addEventFilter(KeyEvent.KEY_RELEASED, keys::released);
    // A release while another window has the keyboard is not heard of.
    scene
        .windowProperty()
        .flatMap(Window::focusedProperty)
        .addListener((value, old, now) -> keys.forget());
    scene.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    scene.addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
  }

  private void released(KeyEvent event) {
    held = null;
    if (event.getCode() == holding) {
      letGo.playFromStart();
    }
  }

  private void forget() {
    held = null;
    endHold();
  }

  private void endHold() {
    letGo.stop();
    holding = null;
    Runnable end = endHold;
    endHold = () -> {};
    end.run();
  }

  /** Begins a command that lasts while its key is held; a repeated press goes on with it. */
  private boolean hold(KeyEvent event, KeyCommand command) {
    letGo.stop();
    if (event.getCode() == holding) {
      return true;
    }
    endHold();
    Optional<PageView> page = root.inSight().filter(one -> one.perform(command));
    page.ifPresent(
        one -> {
          holding = event.getCode();
          endHold = () -> one.release(command);
        });
    return page.isPresent();
  }

  /** What must not wait for the node with the focus. */
  private void first(KeyEvent event) {
    done = false;
    if (root.presentation().press(event)) {
      done = true;
      event.consume();
    } else if (model.keys().changingProperty().get() != null) {
      take(event);
    } else if (event.getCode() == KeyCode.ESCAPE) {
      // Lists keep Escape to themselves.
      consumeIf(closeTopmost(), event);
    } else if (isClaimed(event)) {
      pressed(event);
    }
  }

  /** The key that was waited for. */
  private void take(KeyEvent event) {
    boolean button = event.getTarget() instanceof ButtonBase;
    boolean presses = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
    if (model.keys().conflictProperty().get() != null && button && presses) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      model.keys().cancel();
    } else {
      KeyMap.name(event).ifPresent(model.keys()::press);
    }
    done = true;
    event.consume();
  }

  private boolean isClaimed(KeyEvent event) {
    return root.inSight().map(page -> page.claims(event)).orElse(false);
  }

  private Optional<KeyCommand> command(KeyEvent event) {
    return model.keys().mapProperty().get().command(event, model.pageProperty().get().id());
  }

  private void pressed(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    boolean plain =
        !event.isShortcutDown() && !event.isAltDown() && !event.getCode().isFunctionKey();
    if (!(typing && plain)) {
      command(event).ifPresent(command -> pressed(event, command));
    }
  }

  private void pressed(KeyEvent event, KeyCommand command) {
    if (command.holds()) {
      done = hold(event, command);
      consumeIf(done, event);
      return;
    }
    boolean again = event.getCode() == held;
    held = event.getCode();
    done = (again && !command.repeats()) || perform(command);
    consumeIf(done, event);
  }

  private static void consumeIf(boolean done, KeyEvent event) {
    if (done) {
      event.consume();
    }
  }

  /** Does what a command is for; false if it means nothing where the user is. */
  private boolean perform(KeyCommand command) {
    if (command instanceof TurnTo there) {
      model.turnTo(there.screen());
      return true;
    }
    if (command instanceof WindowCommand of) {
      performOnWindow(of);
      return true;
    }
    return root.inSight().map(page -> page.perform(command)).orElse(false);
  }

  private void performOnWindow(WindowCommand command) {
    switch (command) {
      case SEARCH -> root.focusSearch();
      case OPEN -> root.actions().anything();
      case OPEN_WORKSPACE -> root.actions().workspace();
      case NEW_DATA_SET -> root.actions().dataSet();
      case JOBS -> toggle(model.drawerProperty());
      case PRESENT -> model.presentation().toggle();
      case THEME -> model.toggleTheme();
      case SETTINGS -> toggle(model.settings().openProperty());
      case GUIDE -> model.openGuide();
      case HELP -> toggle(model.helpProperty());
    }
  }

  private static void toggle(BooleanProperty property) {
    property.set(!property.get());
  }

  /**
   * Leaves the search, which lies over all that could be closed; else says no to a question, else closes the report, else help, else the last
   * notice, else a drawer; false if there is nothing to close.
   */
  private boolean closeTopmost() {
    List<Notice> notices = model.notices().notices();
    if (root.leaveSearch()) {
      return true;
    }
    if (!model.programs().questionProperty().get().isEmpty()) {
      model.programs().answer(false);
    } else if (model.report().openProperty().get()) {
      model.report().openProperty().set(false);
    } else if (model.helpProperty().get()) {
      model.helpProperty().set(false);
    } else if (model.settings().openProperty().get()) {
      model.settings().openProperty().set(false);
    } else if (!notices.isEmpty()) {
      model.notices().dismiss(notices.get(notices.size() - 1));
    } else if (model.tour().leave()) {
      return true;
    } else if (model.drawerProperty().get()) {
      model.drawerProperty().set(false);
    } else {
      return root.inSight().map(PageView::closeTopmost).orElse(false);
    }
    return true;
  }

  /** Characters, since where they are on the keyboard differs. */
  private void typed(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl) {
      return;
    }
    String character = event.getCharacter();
    if (character.equals("?")) {
      toggle(model.helpProperty());
      event.consume();
    } else {
      consumeIf(root.inSight().map(page -> page.typed(character)).orElse(false), event);
    }
  }
}
