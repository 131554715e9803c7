package eifexplorer.projection;

import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.function.Consumer;

/** Lays points out in the plane; equal points, options and starts give equal places, bit by bit. */
public final class Projector {
  /** Neighbours that {@link MapQuality} looks at, which are searched in any case. */
  public static final int QUALITY_NEIGHBOURS = 15;

  private static final double JITTER = 2e-4;

  /**
   * Half of what UMAP's authors begin with: since points move against the others as they were, whole steps go too far. Measured
   * on embeddings of birds it keeps 36.6 % of the neighbours instead of 35.3 %.
   */
  private static final double RATE = 0.5;

  private static final double GENTLE = 0.1;
  private static final long FRAME_NANOS = 150_000_000;

  private final MatrixMath math;

  /** Lays out with these matrix products. */
  public Projector(MatrixMath math) {
    this.math = math;
  }

  /** The exact neighbours that a layout and its quality are made of. */
  public Neighbourhood neighbours(
      ProjectionPoints points, ProjectionOptions options, JobContext context) {
    return Neighbourhood.search(
        points,
        options.metric(),
        Math.max(QUALITY_NEIGHBOURS, options.neighbours()),
        math,
        context);
  }

  /**
   * Lays points out.
   *
   * @param neighbours from {@link #neighbours}
   * @param frames gets the layout every now and then, at the end, and before it is cancelled, on the calling thread
   * @throws JobCancelledException when cancelled; the last frame can be gone on from
   */
  public Layout project(
      ProjectionPoints points,
      Neighbourhood neighbours,
      ProjectionOptions options,
      LayoutStart start,
      Consumer<Frame> frames,
      JobContext context) {
    return switch (options.method()) {
      case PCA -> pca(points, frames, context);
      case UMAP -> umap(points, neighbours, options, start, frames, context);
      case PARAMETRIC_UMAP ->
          new ParametricUmap(math, points, neighbours, options).layout(start, frames, context);
    };
  }

  private Layout pca(ProjectionPoints points, Consumer<Frame> frames, JobContext context) {
    Layout layout = new Layout(PrincipalPlane.of(points, math, context), points.trainCount());
    frames.accept(new Frame(layout, 1, 1));
    return layout;
  }

  private Layout umap(
      ProjectionPoints points,
      Neighbourhood neighbours,
      ProjectionOptions options,
      LayoutStart from,
      Consumer<Frame> frames,
      JobContext context) {
    int epochs = options.epochsFor(points.size());
    LayoutStart start = fits(from, epochs, points.size()) ? from : LayoutStart.FRESH;
    FuzzyGraph graph = FuzzyGraph.of(neighbours, options.neighbours(), context);
    float[] home = earlier(start, neighbours);
    double[] learner = doubles(home);
    float[] places = begin(points, options, start, home, context);
    UmapOptimiser optimiser =
        new UmapOptimiser(
            graph,
            UmapCurve.of(options.minDistance()),
            epochs,
            options.seed(),
            home.length > 0 ? GENTLE : RATE,
            home);
    long shown = System.nanoTime() - FRAME_NANOS;
    for (int epoch = start.epoch(); epoch < epochs; epoch++) {
      boolean cancelled = context.cancelled();
      if (cancelled || System.nanoTime() - shown >= FRAME_NANOS) {
        frames.accept(new Frame(new Layout(places, points.trainCount()), epoch, epochs, learner));
        shown = System.nanoTime();
      }
      if (cancelled) {
        throw new JobCancelledException();
      }
      optimiser.epoch(places, epoch);
      context.progress(epoch + 1, epochs, "epochs");
    }
    Layout layout = new Layout(places, points.trainCount());
    frames.accept(new Frame(layout, epochs, epochs));
    return layout;
  }

  /** Whether a layout can go on from there; not if it is of other points, or beyond the end, as in a damaged file. */
  private static boolean fits(LayoutStart start, int epochs, int points) {
    int more = start.learner().length;
    return start.epoch() < epochs && (more == 0 || more == 2 * points);
  }

  /** The places [n,2] of the earlier layout that this one is begun from; empty without one. */
  private static float[] earlier(LayoutStart start, Neighbourhood neighbours) {
    if (start.isEarlierLayout()) {
      float[] places = start.places().clone();
      NewPlaces.fill(places, neighbours);
      return places;
    }
    float[] places = new float[start.learner().length];
    for (int i = 0; i < places.length; i++) {
      places[i] = (float) start.learner()[i];
    }
    return places;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private float[] begin(
      ProjectionPoints points,
      ProjectionOptions options,
      LayoutStart start,
      float[] earlier,
      JobContext context) {
    if (start.epoch() > 0) {
      return start.places().clone();
    }
    float[] places = earlier.clone();
    if (start.isFresh()) {
      places = PrincipalPlane.of(points, math, context);
      UmapOptimiser.scale(places);
    }
    UmapOptimiser.jitter(places, JITTER, options.seed());
    return places;
  }
}
