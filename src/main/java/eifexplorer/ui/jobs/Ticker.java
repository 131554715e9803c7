package eifexplorer.ui.jobs;

import eifexplorer.job.Metronome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Has something looked at again and again, on the JavaFX thread. Between two looks the toolkit rests: a timeline that
 * never ends would have it draw sixty times a second, whatever is shown.
 */
public final class Ticker {
  private final Runnable look;
  private final Metronome metronome;

  /** Whether a look is on its way to a thread that is busy with something else. */
  private final AtomicBoolean due = new AtomicBoolean();

  private boolean running;

  /** A ticker at rest that looks twenty times a second once it runs. */
  public Ticker(Runnable look) {
    this(Duration.ofMillis(50), look);
  }

  /**
   * A ticker at rest.
   *
   * @param every time between two looks, above 0
   */
  public Ticker(Duration every, Runnable look) {
    this.look = look;
    metronome = new Metronome("ticker", every, this::tick);
  }

  /** Starts ticking. On the JavaFX thread. */
  public void start() {
    running = true;
    metronome.start();
  }

  /** Stops ticking. On the JavaFX thread. */
  public void stop() {
    running = false;
    metronome.stop();
  }

  private void tick() {
    if (!due.getAndSet(true)) {
      Platform.runLater(
          () -> {
            due.set(false);
            if (running) {
              look.run();
            }
          });
    }
  }
}
