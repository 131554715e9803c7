package eifexplorer.ui.benchmark;

import eifexplorer.job.JobContext;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.shell.ExplorerWindow;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongPredicate;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One measured walk through the gallery, a step a frame: open, first thumbnail, scroll, jump. Everything happens on the
 * JavaFX thread; the result is delivered through a future.
 */
final class GalleryRun extends AnimationTimer {
  private static final int SCROLLED_FRAMES = 600;
  private static final double PIXELS_A_SECOND = 60 * 113;
  private static final int JUMPS = 7;
  private static final long SLOW_NANOS = 50_000_000;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final ExplorerWindow window;
  private final Stage stage = new Stage();
  private final Path workspace;
  private final JobContext context;
  private final CompletableFuture<Map<String, Object>> result;
  private final Map<String, Object> measured = new LinkedHashMap<>();
  private final Deque<LongPredicate> steps = new ArrayDeque<>();
  private final List<Long> jumps = new ArrayList<>();
  private @Nullable VirtualFlow<?> flow;
  private long begun;
  private long stepBegun;
  private long lastFrame;
  private long longest;
  private int frames;
  private int slow;
  private long seen;
  private long blank;
  private long peakHeap;

  GalleryRun(
      ExplorerWindow window,
      Path workspace,
      JobContext context,
      CompletableFuture<Map<String, Object>> result) {
    this.window = window;
    this.workspace = workspace;
    this.context = context;
    this.result = result;
    steps.add(this::opened);
    steps.add(this::firstThumbnail);
    steps.add(this::settled);
    steps.add(this::scrolled);
    steps.add(this::settled);
    for (int i = 1; i <= JUMPS; i++) {
      double to = (i * 0.382) % 1;
      steps.add(now -> jumped(to));
      steps.add(this::settledAfterJump);
    }
  }

  @Override
  public void start() {
    window.show(stage);
    begun = System.nanoTime();
    stepBegun = begun;
    window.model().openWorkspace(workspace);
    super.start();
  }

  @Override
  public void handle(long now) {
    try {
      context.checkCancelled();
      watchHeap();
      long time = System.nanoTime();
      if (time - stepBegun > PATIENCE_NANOS) {
        throw new IllegalStateException("The window does not settle");
      }
      if (steps.element().test(now)) {
        steps.remove();
        stepBegun = time;
      }
      if (steps.isEmpty()) {
        end(null);
      }
    } catch (RuntimeException e) {
      end(e);
    }
  }

  private void end(@Nullable RuntimeException trouble) {
    stop();
    stage.hide();
    if (trouble != null) {
      result.completeExceptionally(trouble);
      return;
    }
    measured.put("settle_ms", jumps.stream().mapToLong(Long::longValue).max().orElseThrow());
    measured.put("frames", frames);
    measured.put("frames_over_50ms", slow);
    measured.put("longest_frame_ms", longest / 1_000_000);
    measured.put("blank_share", Math.round(1000.0 * blank / Math.max(1, seen)) / 1000.0);
    measured.put("peak_heap_mb", peakHeap >> 20);
    result.complete(measured);
  }

  private void watchHeap() {
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    peakHeap = Math.max(peakHeap, used);
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  /** The frame after the one in which the list got its cells. */
  private boolean opened(long now) {
    if (flow != null) {
      measured.put("open_ms", millisSince(begun));
      return true;
    }
    if (window.model().sessionProperty().get() != null
        && stage.getScene().lookup("#pairs .virtual-flow") instanceof VirtualFlow<?> found
        && found.getCellCount() > 0
        && !pictures().isEmpty()) {
      flow = found;
    }
    return false;
  }

  private boolean firstThumbnail(long now) {
    boolean there = pictures().stream().anyMatch(PictureView::settled);
    if (there) {
      measured.put("first_thumbnail_ms", millisSince(begun));
    }
    return there;
  }

  private boolean settled(long now) {
    lastFrame = 0;
    return pictures().stream().allMatch(PictureView::settled);
  }

  private boolean scrolled(long now) {
    if (lastFrame == 0) {
      lastFrame = now;
      return false;
    }
    long took = now - lastFrame;
    lastFrame = now;
    frames++;
    slow += took > SLOW_NANOS ? 1 : 0;
    longest = Math.max(longest, took);
    List<PictureView> views = pictures();
    seen += views.size();
    blank += views.stream().filter(view -> !view.settled()).count();
    turnWheel(PIXELS_A_SECOND * took / 1e9);
    return frames >= SCROLLED_FRAMES;
  }

  /** As a mouse does, so that the whole window takes part. */
  private void turnWheel(double pixels) {
    VirtualFlow<?> list = Objects.requireNonNull(flow);
    Event.fireEvent(
        list,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            list.getWidth() / 2,
            list.getHeight() / 2,
            0,
            0,
            false,
            false,
            false,
            false,
            true,
            false,
            0,
            -pixels,
            0,
            -pixels,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  private boolean jumped(double to) {
    VirtualFlow<?> list = Objects.requireNonNull(flow);
    list.scrollTo((int) (to * list.getCellCount()));
    return true;
  }

  private boolean settledAfterJump(long now) {
    if (!settled(now)) {
      return false;
    }
    jumps.add(millisSince(stepBegun));
    return true;
  }

  /** The thumbnails in sight. */
  private List<PictureView> pictures() {
    Node list = stage.getScene().lookup("#pairs");
    if (list == null) {
      return List.of();
    }
    Bounds sight = list.localToScene(list.getBoundsInLocal());
    return list.lookupAll(".picture").stream()
        .filter(node -> sight.intersects(node.localToScene(node.getBoundsInLocal())))
        .map(PictureView.class::cast)
        .toList();
  }
}
