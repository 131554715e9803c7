package eifexplorer.ui.benchmark;

import eifexplorer.job.JobContext;
import eifexplorer.projection.Layout;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Theme;
import eifexplorer.ui.map.MapCanvas;
import eifexplorer.ui.map.MapImages;
import eifexplorer.ui.map.MapTrial;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A map in a window that is moved and zoomed, a step a frame. Everything happens on the JavaFX thread. */
final class MapRun extends AnimationTimer {
  private static final int FRAMES = 300;
  private static final double WIDTH = 1100;
  private static final double HEIGHT = 800;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final MapTrial trial;
  private final MapCanvas canvas;
  private final Layout layout;
  private final JobContext context;
  private final CompletableFuture<Map<String, Object>> result;
  private final Stage stage = new Stage();
  private final Map<String, Object> measured = new LinkedHashMap<>();
  private long begun;
  private long paintedBefore;
  private long last;
  private long longest;
  private int frames = -1;

  MapRun(
      Path folder,
      MapImages images,
      Layout layout,
      FxJobs jobs,
      JobContext context,
      CompletableFuture<Map<String, Object>> result) {
    this.layout = layout;
    this.context = context;
    this.result = result;
    trial = new MapTrial(folder, images, jobs, new NoticesViewModel());
    canvas = trial.canvas();
  }

  void open() {
    Scene scene = new Scene(new StackPane(canvas), WIDTH, HEIGHT);
    Theme.DARK.apply(scene);
    stage.setScene(scene);
    stage.show();
    begun = System.nanoTime();
    trial.show(layout);
    start();
  }

  @Override
  public void handle(long now) {
    try {
      context.checkCancelled();
      step();
    } catch (RuntimeException e) {
      end();
      result.completeExceptionally(e);
    }
  }

  private void step() {
    long now = System.nanoTime();
    if (now - begun > PATIENCE_NANOS) {
      throw new IllegalStateException("Nothing was drawn in two minutes");
    }
    if (frames < 0) {
      if (canvas.paintedFrames() > 0 && trial.isShown()) {
        measured.put("first_frame_ms", MapBenchmark.rounded((now - begun) / 1e6));
        frames = 0;
        begun = now;
        last = now;
        paintedBefore = canvas.paintedFrames();
      }
      return;
    }
    longest = Math.max(longest, now - last);
    last = now;
    trial.move(frames++);
    if (frames >= FRAMES) {
      double seconds = (now - begun) / 1e9;
      measured.put(
          "pan_fps", MapBenchmark.rounded((canvas.paintedFrames() - paintedBefore) / seconds));
      measured.put("frames_fps", MapBenchmark.rounded(frames / seconds));
      measured.put("longest_frame_ms", MapBenchmark.rounded(longest / 1e6));
      end();
      result.complete(measured);
    }
  }

  private void end() {
    stop();
    stage.hide();
  }
}
