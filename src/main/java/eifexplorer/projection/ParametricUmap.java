package eifexplorer.projection;

import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * UMAP's cross entropy minimised over the weights of a network, so that places are a function of embeddings, by way of their
 * leading principal directions.
 *
 * <p>A step takes points at random, each with its neighbours, and all edges between the points taken, as often as they weigh,
 * with others of the step as negative samples. So a row that went through the network serves several edges: measured on
 * embeddings of birds it learns in a fifth of the steps what it does from edges taken one by one, whose rows serve one each.
 */
final class ParametricUmap {
  private static final int ROWS = 1024;
  private static final int NEGATIVES = 5;
  private static final int EPOCHS = 200;
  private static final int FEWEST_STEPS = 600;
  private static final int MOST_STEPS = 6000;

  /** Share of the steps that learn the places of an earlier layout. */
  private static final double FOLLOWED = 0.4;

  /** Share of the rate after that, so that points stay where the eye looks for them. */
  private static final double GENTLE = 0.2;

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

  /**
   * Lays out, on from where it was stopped if {@code start} says so. An earlier layout has no network to begin from: a fresh
   * one learns its places first, and goes on from there in smaller steps.
   */
  Layout layout(LayoutStart from, Consumer<Frame> frames, JobContext context) {
    FuzzyGraph graph = FuzzyGraph.of(neighbours, options.neighbours(), context);
    Patches patches = new Patches(graph);
    LeadingDirections input = LeadingDirections.of(points.rows(), math, context);
    PlaneNetwork network = new PlaneNetwork(input.columns(), math, options.seed());
    LayoutStart start = fits(from, network) ? from : LayoutStart.FRESH;
    float[] earlier = earlier(start, network);
    boolean isFresh = start.learner().length == 0;
    if (!isFresh) {
      network.goOnFrom(start.learner());
    }
    int steps = steps();
    int followed = earlier.length == 0 ? 0 : (int) (FOLLOWED * steps);
    long shown = System.nanoTime();
    for (int step = isFresh ? 0 : start.epoch(); step < steps; step++) {
      boolean cancelled = context.cancelled();
      if (cancelled || System.nanoTime() - shown >= FRAME_NANOS) {
        frames.accept(new Frame(places(network, input), step, steps, state(network, earlier)));
        shown = System.nanoTime();
      }
      if (cancelled) {
        throw new JobCancelledException();
      }
      // Seeded anew in each step, so that one that goes on draws what one at a stretch does.
      SplittableRandom random = new SplittableRandom(options.seed() * GOLDEN + step);
      int[] rows = patches.draw(random, ROWS);
      float[][] outputs = network.forward(input.rows(rows), rows.length);
      float[] places = outputs[outputs.length - 1];
      double rate = 1 - (double) step / steps;
      if (step < followed) {
        network.learn(outputs, towards(earlier, places, rows), rows.length, rate);
      } else {
        float[] gradient = gradient(places, patches, rows, random);
        network.learn(outputs, gradient, rows.length, followed > 0 ? GENTLE * rate : rate);
      }
      context.progress(step + 1, steps, "steps");
    }
    Layout layout = places(network, input);
    frames.accept(new Frame(layout, steps, steps));
    return layout;
  }

  /** Whether a network can go on from there; not if it is of another network, or beyond the end, as in a damaged file. */
  private boolean fits(LayoutStart start, PlaneNetwork network) {
    int more = start.learner().length - network.state().length;
    return start.learner().length == 0
        || (start.epoch() < steps() && (more == 0 || more == 2 * points.size()));
  }

  /** The places of an earlier layout, which follow a network's state where it was stopped; empty without one. */
  private float[] earlier(LayoutStart start, PlaneNetwork network) {
    if (start.isEarlierLayout()) {
      float[] places = start.places().clone();
      NewPlaces.fill(places, neighbours);
      return places;
    }
    int own = network.state().length;
    float[] places = new float[Math.max(0, start.learner().length - own)];
    for (int i = 0; i < places.length; i++) {
      places[i] = (float) start.learner()[own + i];
    }
    return places;
  }

  private static double[] state(PlaneNetwork network, float[] earlier) {
    double[] own = network.state();
    double[] all = Arrays.copyOf(own, own.length + earlier.length);
    for (int i = 0; i < earlier.length; i++) {
      all[own.length + i] = earlier[i];
    }
    return all;
  }

  /** Of half the squared distances to the places of an earlier layout. */
  private static float[] towards(float[] earlier, float[] places, int[] rows) {
    float[] gradient = new float[places.length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (places[i] - earlier[2 * rows[i / 2] + i % 2]) / rows.length;
    }
    return gradient;
  }

  private int steps() {
    long rows = (long) points.size() * (options.epochs() > 0 ? options.epochs() : EPOCHS);
    int steps = (int) Math.min(Integer.MAX_VALUE, rows / Math.min(ROWS, points.size()));
    return options.epochs() > 0 ? steps : Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, steps));
  }

  /** Of the loss with respect to the places of a step's rows [n,2]. */
  private float[] gradient(float[] places, Patches patches, int[] rows, SplittableRandom random) {
    float[] gradient = new float[places.length];
    float weight = 1f / rows.length;
    for (int i = 0; i < rows.length; i++) {
      for (int e = patches.graph.first(rows[i]); e < patches.graph.end(rows[i]); e++) {
        int j = patches.rowOf(patches.graph.to(e));
        if (j >= 0 && patches.isDue(e, random)) {
          pull(places, gradient, i, j, weight);
          for (int s = 0; s < NEGATIVES; s++) {
            push(places, gradient, i, random.nextInt(rows.length), weight);
          }
        }
      }
    }
    return gradient;
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
    for (int from = 0; from < n; from += ROWS) {
      int count = Math.min(ROWS, n - from);
      int[] rows = new int[count];
      int first = from;
      Arrays.setAll(rows, i -> first + i);
      float[][] outputs = network.forward(input.rows(rows), count);
      System.arraycopy(outputs[outputs.length - 1], 0, places, 2 * from, 2 * count);
    }
    return new Layout(places, points.trainCount());
  }

  /** Draws points with their neighbours, and tells which edges lie between points that were drawn. */
  private static final class Patches {
    private static final int NONE = -1;

    /** Neighbours that come along with a point: those of all would leave no room for other points. */
    private static final int ALONG = 15;

    private final FuzzyGraph graph;
    private final float heaviest;
    private final int[] rowOf;
    private int[] drawn = {};

    Patches(FuzzyGraph graph) {
      this.graph = graph;
      heaviest = graph.heaviest();
      rowOf = new int[graph.size()];
      Arrays.fill(rowOf, NONE);
    }

    /** So many points, or all if they are fewer, none twice. */
    int[] draw(SplittableRandom random, int most) {
      for (int point : drawn) {
        rowOf[point] = NONE;
      }
      drawn = new int[Math.min(most, graph.size())];
      int count = 0;
      while (count < drawn.length) {
        int point = random.nextInt(graph.size());
        count = take(point, count);
        int degree = graph.end(point) - graph.first(point);
        int begin = degree == 0 ? 0 : random.nextInt(degree);
        for (int k = 0; k < Math.min(ALONG, degree) && count < drawn.length; k++) {
          count = take(graph.to(graph.first(point) + (begin + k) % degree), count);
        }
      }
      return drawn;
    }

    private int take(int point, int count) {
      if (rowOf[point] != NONE) {
        return count;
      }
      rowOf[point] = count;
      drawn[count] = point;
      return count + 1;
    }

    /** Where a point is among those drawn; below 0 if it is not. */
    int rowOf(int point) {
      return rowOf[point];
    }

    /** As often as the edge weighs. */
    boolean isDue(int edge, SplittableRandom random) {
      return random.nextDouble() * heaviest < graph.weight(edge);
    }
  }
}
