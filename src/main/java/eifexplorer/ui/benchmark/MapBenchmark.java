package eifexplorer.ui.benchmark;

import eifexplorer.benchmark.MapSession;
import eifexplorer.benchmark.MapSize;
import eifexplorer.embedding.Embeddings;
import eifexplorer.job.JobContext;
import eifexplorer.job.QueuedJobRunner;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.projection.Layout;
import eifexplorer.projection.LayoutStart;
import eifexplorer.projection.Neighbourhood;
import eifexplorer.projection.ProjectionOptions;
import eifexplorer.projection.ProjectionPoints;
import eifexplorer.projection.Projector;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.FxThread;
import eifexplorer.ui.map.MapImages;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lays made-up images out and measures what a map of them takes. */
final class MapBenchmark {
  private static final long PAUSE_MILLIS = 2;

  private final Path folder;
  private final MapSize size;
  private final JobContext context;
  private final Map<String, Object> measured = new LinkedHashMap<>();

  MapBenchmark(Path folder, MapSize size, JobContext context) {
    this.folder = folder;
    this.size = size;
    this.context = context;
  }

  Map<String, Object> measure() {
    ExplorerSession session = MapSession.of(size);
    measured.put("points", size.points());
    Layout layout = size.layOut() ? layOut(session) : MapSession.places(session);
    MapImages images = new MapImages(session);
    window(images, layout);
    measured.put("peak_heap_mb", peakHeap() >> 20);
    return measured;
  }

  private Layout layOut(ExplorerSession session) {
    Projector projector = new Projector(new JavaMatrixMath());
    ProjectionPoints points =
        ProjectionPoints.of(
            Embeddings.normalised(session.bundle().trainFeatures()),
            Embeddings.normalised(session.bundle().testFeatures()));
    long start = System.nanoTime();
    Neighbourhood neighbours = projector.neighbours(points, ProjectionOptions.DEFAULT, context);
    measured.put("neighbours_s", seconds(start));
    start = System.nanoTime();
    Layout layout =
        projector.project(
            points, neighbours, ProjectionOptions.DEFAULT, LayoutStart.FRESH, frame -> {}, context);
    measured.put("layout_s", seconds(start));
    return layout;
  }

  private static double seconds(long start) {
    return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
  }

  private void window(MapImages images, Layout layout) {
    try (QueuedJobRunner runner = new QueuedJobRunner(2)) {
      CompletableFuture<Map<String, Object>> result = new CompletableFuture<>();
      FxThread fx = new FxThread();
      FxJobs jobs = new FxJobs(runner, fx);
      FxWatch watch = new FxWatch();
      GalleryBenchmark.begin(
          fx,
          () -> new MapRun(folder, images, layout, jobs, context, watch, result).open(),
          result);
      while (!isDone(result)) {
        watch.ask();
      }
      measured.putAll(result.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Whether it is there within a moment, whatever it is. */
  private static boolean isDone(CompletableFuture<?> result) {
    try {
      result.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  static double rounded(double value) {
    return Math.round(100 * value) / 100.0;
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
