package eifexplorer.ui.benchmark;

import eifexplorer.job.JobContext;
import eifexplorer.projection.Layout;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.FxThread;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Theme;
import eifexplorer.ui.map.MapImages;
import eifexplorer.ui.map.MapTrial;
import eifexplorer.ui.map.PlaneRegion;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The Map screen in a window, a step a frame: a layout is shown, moved and zoomed, pointed at, and lassoed. Everything
 * happens on the JavaFX thread.
 */
final class MapRun extends AnimationTimer {
  private static final int FRAMES_BEFORE = 10;
  private static final int FRAMES = 300;
  private static final int HOVERS = 100;

  /** A step of many frames ends then, on a machine that is busy with other things. */
  private static final double MOST_MILLIS = 20_000;

  private static final int LASSOS = 10;
  private static final int LASSO_CORNERS = 200;
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 800;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final PictureLoader pictures = new PictureLoader(new FxThread(), 1);
  private final MapTrial trial;
  private final Layout layout;
  private final JobContext context;
  private final FxWatch watch;
  private final CompletableFuture<Map<String, Object>> result;
  private final Stage stage = new Stage();
  private final Random random = new Random(2);
  private final Map<String, Object> measured = new LinkedHashMap<>();
  private final Deque<BooleanSupplier> steps = new ArrayDeque<>();
  private long begun;
  private long paintedBefore;
  private long last;
  private long longest;
  private double slowestHover;
  private double slowestLasso;
  private int frames;

  MapRun(
      Path folder,
      MapImages images,
      Layout layout,
      FxJobs jobs,
      JobContext context,
      FxWatch watch,
      CompletableFuture<Map<String, Object>> result) {
    this.layout = layout;
    this.context = context;
    this.watch = watch;
    this.result = result;
    trial = new MapTrial(folder, images, jobs, new NoticesViewModel(), pictures);
    steps.add(this::isOpened);
    steps.add(this::isSettled);
    steps.add(this::hasFirstFrame);
    steps.add(this::isSearchable);
    steps.add(this::isMoved);
    steps.add(this::isPointedAt);
    for (int i = 0; i < LASSOS; i++) {
      steps.add(this::isCleared);
      PlaneRegion region = star();
      steps.add(() -> isPicked("lasso", region));
    }
    steps.add(this::isCleared);
    PlaneRegion all = PlaneRegion.rectangle(-1e9, -1e9, 1e9, 1e9);
    steps.add(() -> isPicked("lasso of all", all));
  }

  void open() {
    Scene scene = new Scene(trial.view(), WIDTH, HEIGHT);
    Theme.DARK.apply(scene);
    stage.setScene(scene);
    stage.show();
    // On GTK a size that was set before is lost.
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    next();
    start();
  }

  private void next() {
    begun = System.nanoTime();
    last = begun;
    frames = 0;
  }

  @Override
  public void handle(long now) {
    try {
      context.checkCancelled();
      if (System.nanoTime() - begun > PATIENCE_NANOS) {
        throw new IllegalStateException("Nothing in two minutes: " + watch.during());
      }
      if (steps.element().getAsBoolean()) {
        steps.remove();
        next();
      }
      frames++;
      if (steps.isEmpty()) {
        finish();
      }
    } catch (RuntimeException e) {
      end();
      result.completeExceptionally(e);
    }
  }

  private double millis() {
    return (System.nanoTime() - begun) / 1e6;
  }

  /** The screen is there, without a session. */
  private boolean isOpened() {
    if (frames < FRAMES_BEFORE) {
      return false;
    }
    watch.during("session");
    trial.open();
    return true;
  }

  /** The legend is there, without a map. */
  private boolean isSettled() {
    if (frames < FRAMES_BEFORE) {
      return false;
    }
    watch.during("first frame");
    trial.show(layout);
    return true;
  }

  private boolean hasFirstFrame() {
    boolean there = trial.paintedFrames() > 0 && trial.isShown();
    if (there) {
      measured.put("first_frame_ms", MapBenchmark.rounded(millis()));
      watch.during("names and knots");
    }
    return there;
  }

  private boolean isSearchable() {
    if (!trial.isSearchable()) {
      return false;
    }
    paintedBefore = trial.paintedFrames();
    watch.during("move");
    return true;
  }

  private boolean isMoved() {
    long now = System.nanoTime();
    longest = Math.max(longest, now - last);
    last = now;
    trial.move(frames);
    if (frames < FRAMES && millis() < MOST_MILLIS) {
      return false;
    }
    double seconds = millis() / 1e3;
    measured.put(
        "pan_fps", MapBenchmark.rounded((trial.paintedFrames() - paintedBefore) / seconds));
    measured.put("frames_fps", MapBenchmark.rounded(frames / seconds));
    measured.put("longest_frame_ms", MapBenchmark.rounded(longest / 1e6));
    trial.whole();
    watch.during("hover");
    return true;
  }

  private boolean isPointedAt() {
    long start = System.nanoTime();
    trial.point(random.nextDouble(), random.nextDouble());
    slowestHover = Math.max(slowestHover, (System.nanoTime() - start) / 1e6);
    return frames >= HOVERS || millis() > MOST_MILLIS;
  }

  private boolean isCleared() {
    trial.clear();
    return frames > 2;
  }

  /** From the moment the mouse is let go until the frame after the one that shows what was picked. */
  private boolean isPicked(String what, PlaneRegion region) {
    if (frames == 1) {
      begun = System.nanoTime();
      watch.during(what);
      trial.pick(region);
    }
    boolean there = frames > 1 && trial.picked() > 0;
    if (there) {
      slowestLasso = Math.max(slowestLasso, millis());
    }
    return there;
  }

  private PlaneRegion star() {
    int middle = random.nextInt(layout.size());
    double spread = 2 * layout.spread();
    double[] xs = new double[LASSO_CORNERS];
    double[] ys = new double[LASSO_CORNERS];
    for (int i = 0; i < LASSO_CORNERS; i++) {
      double angle = 2 * Math.PI * i / LASSO_CORNERS;
      double reach = spread * (0.5 + random.nextDouble() / 2);
      xs[i] = layout.x(middle) + reach * Math.cos(angle);
      ys[i] = layout.y(middle) + reach * Math.sin(angle);
    }
    return new PlaneRegion(xs, ys);
  }

  private void finish() {
    measured.put("hover_ms", MapBenchmark.rounded(slowestHover));
    measured.put("lasso_ms", MapBenchmark.rounded(slowestLasso));
    measured.put("fx_longest_ms", MapBenchmark.rounded(watch.longestMillis()));
    measured.put("fx_longest_cpu_ms", MapBenchmark.rounded(watch.longestCpuMillis()));
    measured.put("fx_longest_during", watch.longestDuring());
    measured.put("fx_longest_cpu_during", watch.longestCpuDuring());
    end();
    result.complete(measured);
  }

  private void end() {
    stop();
    stage.hide();
    pictures.close();
  }
}
