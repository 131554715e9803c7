package eifexplorer.ui.jobs;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Has something looked at twenty times a second, on the JavaFX thread. */
public final class Ticker {
  private final Timeline timeline;

  /** A ticker that does not run yet. */
  public Ticker(Runnable look) {
    timeline = new Timeline(new KeyFrame(Duration.millis(50), event -> look.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
  }

  /** Starts ticking. */
  public void start() {
    timeline.play();
  }

  /** Stops ticking. */
  public void stop() {
    timeline.stop();
  }
}
