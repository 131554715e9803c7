package eifexplorer.projection;

import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * UMAP's cross entropy minimised over the weights of a network, so that places are a function of embeddings, by way of their
 * leading principal directions. A step takes edges as often as they weigh, and for each end of them others of the same step as
 * negative samples.
 */
final class ParametricUmap {
  private static final int BATCH = 512;
  private static final int NEGATIVES = 5;
  private static final int ROUNDS_OVER_EDGES = 10;
  private static final int FEWEST_STEPS = 1500;
  private static final int MOST_STEPS = 6000;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FRAME_NANOS = 500_000_000;
  private static final double NEAR = 1e-3;
  private static final double CLIP = 4;

  private final MatrixMath math;
  private final ProjectionPoints points;
  private final Neighbourhood neighbours;
  private final ProjectionOptions options;
  private final UmapCurve curve;
  private final PowerTable power;

  ParametricUmap(
      MatrixMath math,
      ProjectionPoints points,
      Neighbourhood neighbours,
      ProjectionOptions options) {
    this.math = math;
    this.points = points;
    this.neighbours = neighbours;
    this.options = options;
    this.curve = UmapCurve.of(options.minDistance());
    this.power = new PowerTable(curve.b());
  }

  /** Lays out, on from where it was stopped if {@code start} says so; an earlier layout has no network to begin from. */
  Layout layout(LayoutStart start, Consumer<Frame> frames, JobContext context) {
    FuzzyGraph graph = FuzzyGraph.of(neighbours, options.neighbours(), context);
    EdgeDraw draw = new EdgeDraw(graph);
    LeadingDirections input = LeadingDirections.of(points.rows(), math, context);
    PlaneNetwork network =
        start.learner().length == 0
            ? new PlaneNetwork(input.columns(), math, options.seed())
            : new PlaneNetwork(input.columns(), math, start.learner());
    int steps = steps(graph);
    long shown = System.nanoTime();
    for (int step = start.learner().length == 0 ? 0 : start.epoch(); step < steps; step++) {
      boolean cancelled = context.cancelled();
      if (cancelled || System.nanoTime() - shown >= FRAME_NANOS) {
        frames.accept(new Frame(places(network, input), step, steps, network.state()));
        shown = System.nanoTime();
      }
      if (cancelled) {
        throw new JobCancelledException();
      }
      // Seeded anew in each step, so that one that goes on draws what one at a stretch does.
      SplittableRandom random = new SplittableRandom(options.seed() * GOLDEN + step);
      learn(network, input, draw.edges(random, BATCH), random, 1 - (double) step / steps);
      context.progress(step + 1, steps, "steps");
    }
    Layout layout = places(network, input);
    frames.accept(new Frame(layout, steps, steps));
    return layout;
  }

  private int steps(FuzzyGraph graph) {
    if (options.epochs() > 0) {
      return Math.max(1, options.epochs() * (graph.edges() / BATCH + 1) / ROUNDS_OVER_EDGES);
    }
    return Math.max(
        FEWEST_STEPS, Math.min(MOST_STEPS, ROUNDS_OVER_EDGES * (graph.edges() / BATCH)));
  }

  /** Ends of edges are rows 2e and 2e + 1 of the step. */
  private void learn(
      PlaneNetwork network,
      LeadingDirections input,
      int[] ends,
      SplittableRandom random,
      double rate) {
    float[][] outputs = network.forward(input.rows(ends), ends.length);
    float[] places = outputs[outputs.length - 1];
    float[] gradient = new float[places.length];
    float weight = 1f / BATCH;
    for (int e = 0; e < ends.length; e += 2) {
      pull(places, gradient, e, e + 1, weight);
      for (int s = 0; s < NEGATIVES; s++) {
        int other = random.nextInt(ends.length);
        if (ends[other] != ends[e]) {
          push(places, gradient, e, other, weight);
        }
      }
    }
    network.learn(outputs, gradient, ends.length, rate);
  }

  private void pull(float[] places, float[] gradient, int i, int j, float weight) {
    double square = square(places, i, j);
    if (square > Float.MIN_NORMAL) {
      double p = power.of((float) square);
      double factor = 2 * curve.a() * curve.b() * p / (square * (1 + curve.a() * p));
      add(places, gradient, i, j, factor, weight);
    }
  }

  private void push(float[] places, float[] gradient, int i, int j, float weight) {
    double square = square(places, i, j);
    if (square > Float.MIN_NORMAL) {
      double p = power.of((float) square);
      double factor = -2 * curve.b() / ((NEAR + square) * (1 + curve.a() * p));
      add(places, gradient, i, j, factor, weight);
    }
  }

  private static double square(float[] places, int i, int j) {
    double dx = places[2 * i] - places[2 * j];
    double dy = places[2 * i + 1] - places[2 * j + 1];
    return dx * dx + dy * dy;
  }

  private static void add(
      float[] places, float[] gradient, int i, int j, double factor, float weight) {
    for (int c = 0; c < 2; c++) {
      double apart = places[2 * i + c] - places[2 * j + c];
      float part = (float) (weight * Math.max(-CLIP, Math.min(CLIP, factor * apart)));
      gradient[2 * i + c] += part;
      gradient[2 * j + c] -= part;
    }
  }

  private Layout places(PlaneNetwork network, LeadingDirections input) {
    int n = points.size();
    float[] places = new float[2 * n];
    for (int from = 0; from < n; from += 2 * BATCH) {
      int count = Math.min(2 * BATCH, n - from);
      int[] rows = new int[count];
      int first = from;
      Arrays.setAll(rows, i -> first + i);
      float[][] outputs = network.forward(input.rows(rows), count);
      System.arraycopy(outputs[outputs.length - 1], 0, places, 2 * from, 2 * count);
    }
    return new Layout(places, points.trainCount());
  }

  /** Draws edges as often as they weigh. */
  private static final class EdgeDraw {
    private final FuzzyGraph graph;
    private final double[] upTo;
    private final int[] from;

    EdgeDraw(FuzzyGraph graph) {
      this.graph = graph;
      upTo = new double[graph.edges()];
      from = new int[graph.edges()];
      double sum = 0;
      for (int i = 0; i < graph.size(); i++) {
        for (int e = graph.first(i); e < graph.end(i); e++) {
          sum += graph.weight(e);
          upTo[e] = sum;
          from[e] = i;
        }
      }
    }

    int[] edges(SplittableRandom random, int count) {
      int[] ends = new int[2 * count];
      for (int e = 0; e < count; e++) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        int edge = Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
        ends[2 * e] = from[edge];
        ends[2 * e + 1] = graph.to(edge);
      }
      return ends;
    }
  }
}
