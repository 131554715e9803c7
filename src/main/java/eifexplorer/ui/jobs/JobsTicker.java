package eifexplorer.ui.jobs;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Samples the jobs twenty times a second, on the JavaFX thread. */
public final class JobsTicker {
  private final Timeline timeline;

  /** A ticker that does not run yet. */
  public JobsTicker(JobsViewModel jobs) {
    timeline = new Timeline(new KeyFrame(Duration.millis(50), event -> jobs.sample()));
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
