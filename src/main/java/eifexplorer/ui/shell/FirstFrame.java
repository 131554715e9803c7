package eifexplorer.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Keeps what was opened back until the window's own frame is painted, which on a busy machine is seconds before a screen is
 * made; on the JavaFX thread. Without a window nothing waits.
 */
final class FirstFrame implements Executor {
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean expected;

  /** A window will be shown. */
  void expect() {
    expected = true;
  }

  /** The frame is on its way to the screen. */
  void painted() {
    expected = false;
    waiting.forEach(Runnable::run);
    waiting.clear();
  }

  @Override
  public void execute(Runnable task) {
    if (expected) {
      waiting.add(task);
    } else {
      task.run();
    }
  }
}
