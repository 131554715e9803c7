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

  @Override
  public void execute(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }
}
