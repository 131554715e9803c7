package eifexplorer.ui.kit;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;

/** Shows that something takes its time, but only once it has taken 150 ms: anything quicker would flicker. */
public final class Patience {
  private final PauseTransition pause = new PauseTransition(Duration.millis(150));
  private final ObservableBooleanValue busy;
  private final Consumer<Boolean> sign;

  private Patience(ObservableBooleanValue busy, Consumer<Boolean> sign) {
    this.busy = busy;
    this.sign = sign;
  }

  /**
   * Watches from now on.
   *
   * @param sign is told true when the wait gets long, and false when it is over
   */
  public static void on(ObservableBooleanValue busy, Consumer<Boolean> sign) {
    Patience patience = new Patience(busy, sign);
    patience.pause.setOnFinished(event -> sign.accept(busy.get()));
    busy.addListener((value, old, now) -> patience.changed());
    patience.changed();
  }

  private void changed() {
    if (busy.get()) {
      pause.playFromStart();
    } else {
      pause.stop();
      sign.accept(false);
    }
  }
}
