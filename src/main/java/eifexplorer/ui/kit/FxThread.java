package eifexplorer.ui.kit;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs tasks on the JavaFX thread: at once when called there, else later in the order given. */
public final class FxThread implements Executor {
  /**
   * Starts the toolkit without an application, for windows that end before the program does.
   *
   * @throws UnsupportedOperationException if there is no display
   */
  public static void startToolkit() {
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
  }

  /** Ends the toolkit for good. */
  public static void stopToolkit() {
    Platform.exit();
  }

  /** Runs a task when the JavaFX thread has done what it is at: what is laid out in between can't be changed. */
  public static void later(Runnable task) {
    Platform.runLater(task);
  }

  /** Lays out and paints once more, even if nothing changed. */
  public static void anotherPulse() {
    Platform.requestNextPulse();
  }

  @Override
  public void execute(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }
}
