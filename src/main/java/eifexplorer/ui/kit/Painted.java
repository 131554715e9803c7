package eifexplorer.ui.kit;

import javafx.animation.AnimationTimer;

/** Tells when what was changed on the screen has been painted. For use on the JavaFX thread. */
public final class Painted {
  private Runnable told = () -> {};
  private int pulses;

  /** A pulse lays out and hands over to be painted; when the next begins, that is done. */
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (++pulses > 1) {
            stop();
            told.run();
          }
        }
      };

  /** Runs something once what is there now has been painted; what was waited for before is given up. */
  public void then(Runnable newTold) {
    cancel();
    told = newTold;
    pulses = 0;
    timer.start();
  }

  /** Gives up what is waited for. */
  public void cancel() {
    timer.stop();
  }
}
