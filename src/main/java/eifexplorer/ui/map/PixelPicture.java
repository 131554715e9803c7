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
 * shown is moved and stretched to where the view has gone meanwhile.
 */
final class PixelPicture {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final ImageView image = new ImageView();
  private final PointRaster raster = new PointRaster();
  private int[] pixels = {};
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private @Nullable Wish waiting;
  private @Nullable Wish painted;
  private boolean busy;
  private boolean density;
  private long frames;

  /** What is to be painted. */
  private record Wish(ShownMap map, PlaneView view, Supplier<PointRaster.Look> look) {}

  PixelPicture(FxJobs jobs, NoticesViewModel notices) {
    this.jobs = jobs;
    this.notices = notices;
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
    busy = false;
    frames++;
    follow(waiting == null ? wish.view : waiting.view);
    next();
  }

  /** Moves and stretches what is shown to where it belongs in a view. */
  private void follow(PlaneView view) {
    if (painted == null) {
      return;
    }
    double factor = view.scale() / painted.view.scale();
    double left = view.px(painted.view.x(0));
    double top = view.py(painted.view.y(0));
    image.setFitWidth(painted.view.width() * factor);
    image.setFitHeight(painted.view.height() * factor);
    image.relocate(left, top);
  }
}
