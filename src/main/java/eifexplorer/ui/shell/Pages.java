package eifexplorer.ui.shell;

import eifexplorer.ui.screen.Page;
import eifexplorer.ui.screen.Screen;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which page shows. The screen is remembered; a form gives way to the screen before it. */
final class Pages {
  private final List<Screen> screens;
  private final WindowMemory memory;
  private final ReadOnlyObjectWrapper<Page> page;
  private Screen screen;
  private boolean open;

  /** Shows the screen that was left; the first if that is not known. */
  Pages(List<Screen> screens, WindowMemory memory) {
    this.screens = List.copyOf(screens);
    this.memory = memory;
    screen =
        screens.stream()
            .filter(one -> remembered(one).equals(memory.get().page()))
            .findFirst()
            .orElse(screens.get(0));
    page = new ReadOnlyObjectWrapper<>(screen);
  }

  private static String remembered(Screen screen) {
    return screen.id().toUpperCase(Locale.ROOT);
  }

  /** In the rail's order. */
  List<Screen> screens() {
    return screens;
  }

  ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** True for a form, which is opened on the way and left again. */
  boolean isForm() {
    return page.get() != screen;
  }

  void turnTo(Page wanted) {
    Page old = page.get();
    if (wanted == old) {
      return;
    }
    if (old == screen && open) {
      screen.leave();
    }
    if (wanted instanceof Screen now) {
      screen = now;
      memory.change(state -> state.withPage(remembered(now)));
    }
    page.set(wanted);
    if (wanted == screen && open) {
      screen.enter();
    }
  }

  void home() {
    turnTo(screens.get(0));
  }

  void back() {
    turnTo(screen);
  }

  /** Every screen shows a session from now on, perhaps another one. */
  void sessionShown() {
    open = true;
    if (isForm()) {
      home();
    } else {
      screen.enter();
    }
  }
}
