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
import eifexplorer.projection.PlaneTree;
import eifexplorer.projection.ProjectionOptions;
import eifexplorer.projection.ProjectionPoints;
import eifexplorer.projection.Projector;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.FxThread;
import eifexplorer.ui.map.MapImages;
import eifexplorer.ui.map.PlaneRegion;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Lays made-up images out and measures what a map of them takes. */
final class MapBenchmark {
  private static final int LASSO_CORNERS = 200;
  private static final int TRIES = 20;
  private static final int HOVERS = 1000;

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
    lookUp(layout);
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
      fx.execute(() -> new MapRun(folder, images, layout, jobs, context, result).open());
      measured.putAll(result.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void lookUp(Layout layout) {
    PlaneTree tree = new PlaneTree(layout);
    Random random = new Random(2);
    double hover = 0;
    double lasso = 0;
    for (int i = 0; i < HOVERS; i++) {
      int point = random.nextInt(layout.size());
      long start = System.nanoTime();
      tree.nearest(layout.x(point) + 0.01, layout.y(point), 1, p -> true);
      hover = Math.max(hover, (System.nanoTime() - start) / 1e6);
    }
    for (int i = 0; i < TRIES; i++) {
      PlaneRegion region = star(layout, random);
      long start = System.nanoTime();
      region.points(layout);
      lasso = Math.max(lasso, (System.nanoTime() - start) / 1e6);
    }
    measured.put("hover_ms", rounded(hover));
    measured.put("lasso_ms", rounded(lasso));
  }

  private static PlaneRegion star(Layout layout, Random random) {
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
