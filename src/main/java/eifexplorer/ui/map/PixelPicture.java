package eifexplorer.ui.map;

import eifexplorer.job.Lane;
import eifexplorer.projection.PlaneView;
import eifexplorer.projection.PointRaster;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.nio.IntBuffer;
import java.util.function.Supplier;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * The points as a picture: painted in a job, shown when it is done. While one is painted only the newest wish waits; what is
 * shown is moved to where the view has gone meanwhile. It is stretched only if painting takes long: without a graphics card
 * a stretched picture takes several times as long to draw as one that comes a moment later as it is.
 */
final class PixelPicture {
  /** Whoever waits longer for a picture sees that it waits. */
  private static final long PATIENCE_NANOS = 100_000_000;

  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Runnable shown;
  private final ImageView image = new ImageView();
  private final PointRaster raster = new PointRaster();
  private int[] pixels = {};
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private @Nullable Wish waiting;
  private @Nullable Wish painted;
  private boolean busy;
  private boolean density;
  private long frames;
  private long begun;
  private long took;
  private @Nullable PlaneView inSight;

  /** What is to be painted. */
  private record Wish(ShownMap map, PlaneView view, Supplier<PointRaster.Look> look) {}

  /**
   * None yet.
   *
   * @param shown called when another picture is shown
   */
  PixelPicture(FxJobs jobs, NoticesViewModel notices, Runnable shown) {
    this.jobs = jobs;
    this.notices = notices;
    this.shown = shown;
    image.setManaged(false);
    image.setSmooth(false);
    image.setMouseTransparent(true);
  }

  /** What is put into the window. */
  ImageView node() {
    return image;
  }

  /** Whether what is shown is a density. */
  boolean isDensity() {
    return density;
  }

  /** How many pictures were painted. */
  long frames() {
    return frames;
  }

  /** The view in which the picture is shown, which what is drawn over it has to follow; null before there is one. */
  @Nullable PlaneView inSight() {
    return inSight;
  }

  /**
   * Paints points.
   *
   * @param look what they look like, asked for in the job
   */
  void paint(ShownMap map, PlaneView view, Supplier<PointRaster.Look> look) {
    waiting = new Wish(map, view, look);
    follow(view);
    next();
  }

  private void next() {
    Wish wish = waiting;
    if (busy || wish == null) {
      return;
    }
    waiting = null;
    busy = true;
    begun = System.nanoTime();
    int width = (int) wish.view.width();
    int size = width * (int) wish.view.height();
    int[] target = pixels.length == size ? pixels : new int[size];
    pixels = target;
    jobs.startQuietly(
        Texts.of("Paint the map"),
        Lane.DRAWING,
        context -> raster.paint(target, wish.view, wish.map.layout(), wish.look.get()),
        new Outcome<>(
            crowded -> show(wish, target, crowded),
            failure -> {
              busy = false;
              notices.show(failure);
            },
            () -> busy = false));
  }

  private void show(Wish wish, int[] from, boolean crowded) {
    int width = (int) wish.view.width();
    int height = (int) wish.view.height();
    PixelBuffer<IntBuffer> to = buffer;
    if (to == null || to.getWidth() != width || to.getHeight() != height) {
      to =
          new PixelBuffer<>(
              width,
              height,
              IntBuffer.allocate(width * height),
              PixelFormat.getIntArgbPreInstance());
      buffer = to;
      image.setImage(new WritableImage(to));
    }
    to.updateBuffer(
        pixelBuffer -> {
          pixelBuffer.getBuffer().put(0, from, 0, width * height);
          return null;
        });
    density = crowded;
    painted = wish;
    took = System.nanoTime() - begun;
    busy = false;
    frames++;
    follow(waiting == null ? wish.view : waiting.view);
    shown.run();
    next();
  }

  /** Moves what is shown to where it belongs in a view, in whole pixels, and stretches it where that pays. */
  private void follow(PlaneView view) {
    if (painted == null) {
      return;
    }
    PlaneView of = painted.view;
    if (view.scale() == of.scale()) {
      place(view, 1, Math.rint(view.px(of.x(0))), Math.rint(view.py(of.y(0))));
    } else if (took > PATIENCE_NANOS) {
      place(view, view.scale() / of.scale(), view.px(of.x(0)), view.py(of.y(0)));
    } else {
      place(of, 1, 0, 0);
    }
  }

  private void place(PlaneView view, double factor, double left, double top) {
    inSight = view;
    image.setFitWidth(factor * image.getImage().getWidth());
    image.setFitHeight(factor * image.getImage().getHeight());
    image.relocate(left, top);
  }
}
