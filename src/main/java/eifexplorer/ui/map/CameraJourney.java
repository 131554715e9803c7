package eifexplorer.ui.map;

import eifexplorer.projection.PlaneView;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/** Takes the camera to where it is to go, smoothly; runs while it is on its way. */
final class CameraJourney extends AnimationTimer {
  private static final double NANOS = 350e6;

  private final CameraViewModel camera;
  private @Nullable PlaneView from;
  private long begun;

  CameraJourney(CameraViewModel camera) {
    this.camera = camera;
  }

  /** Goes wherever the camera is to go from now on. */
  void follow() {
    camera.targetProperty().addListener((value, old, now) -> depart(now));
  }

  private void depart(@Nullable PlaneView target) {
    if (target == null) {
      stop();
      return;
    }
    from = camera.viewProperty().get();
    begun = 0;
    start();
  }

  @Override
  public void handle(long now) {
    PlaneView start = from;
    PlaneView goal = camera.targetProperty().get();
    if (start == null || goal == null) {
      return;
    }
    begun = begun == 0 ? now : begun;
    double share = Math.min(1, (now - begun) / NANOS);
    camera.pass(start.towards(goal, share * share * (3 - 2 * share)));
    if (share >= 1) {
      camera.reached();
    }
  }
}
