package eifexplorer.influence;

import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.FactorRows;
import eifexplorer.math.Matrices;
import eifexplorer.math.SampleBlock;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The authors' recursion over the training samples in order, once: {@code h = v + (1 - damping) h - H_i h / scale}, at last
 * divided by the scale (LiSSA, Agarwal, Bullins, Hazan, JMLR 2017). In closed form: {@code H_i h = (A_i (h f_i)) f_i^T} with
 * the E x E Hessian A_i of sample i's loss by its embedding.
 *
 * <p>Exact, but in {@link RecursionStretch}es of samples, and only over the last samples of many: what came before them has
 * been multiplied by {@code 1 - damping} so often that it is gone. How many count is found with the first query, for which
 * twice as many must give the same to 1e-6; with it all go in where that is not so. Safe for use from any thread.
 */
final class StochasticInverse implements InverseHessian {
  /** Samples of a stretch, at most. */
  private static final int STRETCH = 1536;

  /** Share of the result that samples left out may make. */
  private static final double NOTHING = 1e-6;

  private final double damping;
  private final double scale;
  private final int stretch;

  /** How many of the last samples count; 0 before the first query. */
  private int counting;

  /** By tile, if it is used. */
  private SampleBlock @Nullable [] kernel;

  /** Those that are kept, by their number. */
  private @Nullable RecursionStretch @Nullable [] kept;

  /**
   * An inverse for one model.
   *
   * @param damping 0..1 (0.01)
   * @param scale above 0 (500)
   */
  StochasticInverse(double damping, double scale) {
    this(damping, scale, STRETCH);
  }

  /** The same in stretches of at most so many samples. */
  StochasticInverse(double damping, double scale, int stretch) {
    this.damping = damping;
    this.scale = scale;
    this.stretch = stretch;
  }

  @Override
  public double[] products(PairDistance pairs, TrainingDerivatives training, JobContext context) {
    double[][] v = pairs.gradient(training.weight());
    if (ConjugateGradients.dot(v, v) == 0) {
      return new double[training.size()];
    }
    try (DistanceGradient.Factors factors =
        DistanceGradient.of(pairs, training.weight()).factors(training.math())) {
      Query query = new Query(Matrices.floats(v), factors);
      Counted counted = counting(query, training, context);
      int count = counted.count();
      return finite(
          kernelBytes(count, training) <= training.mostBytes() && count <= stretch
              ? byKernel(counted, query, training, context)
              : training.products(
                  over(count, stretches(count, training), query, training, context), context));
    }
  }

  /** A Hessian of more than the scale makes each step longer than the one before. */
  private double[] finite(double[] products) {
    if (!Arrays.stream(products).allMatch(Double::isFinite)) {
      throw new ProblemException(
          "The influence function's recursion grew beyond all numbers",
          "scale " + scale,
          "Take a larger scale.");
    }
    return products;
  }

  /** Bytes of the features' products of all samples with those that count. */
  private static long kernelBytes(int count, TrainingDerivatives training) {
    return (long) Float.BYTES * count * training.size();
  }

  /**
   * Without h itself, whose products with all samples take longer: {@code h f_i = c v f_i - sum_s y_s (f_s·f_i)} over the
   * samples that count, all in one stretch.
   */
  private double[] byKernel(
      Counted counted, Query query, TrainingDerivatives training, JobContext context) {
    int count = counted.count();
    int first = training.size() - count;
    Way way = new Way(first, first, null, stretches(count, training));
    float[][] known = counted.steps();
    float[][] steps = known == null ? steps(way, query, training) : known;
    context.progress(count, training.size(), "training images");
    double left = ofNothingTaken(training.size());
    double[] products = new double[training.size()];
    SampleBlock[] kernel = kernel(first, training, context);
    try (FactorRows factor = training.math().factor(steps)) {
      training.overFeatures(
          context.withoutProgress(),
          (from, t, read) -> {
            double[] lefts = new double[read.width()];
            double[] less = new double[read.width()];
            Arrays.fill(lefts, left / scale);
            Arrays.fill(less, -1 / scale);
            SampleBlock moved =
                query.factors().times(read).scaled(lefts).plusScaled(less, kernel[t].times(factor));
            double[] of = training.tile(t, read).gradients().dots(moved);
            System.arraycopy(of, 0, products, from, of.length);
          });
    }
    return products;
  }

  /** The steps of the one stretch of those that count. */
  private float[][] steps(Way way, Query query, TrainingDerivatives training) {
    float[][][] steps = new float[1][][];
    training
        .math()
        .overBlocks(
            1,
            b -> {
              RecursionStretch samples = stretch(0, way.first, training.size(), way, training);
              steps[0] = steps(samples, null, ofNothingTaken(way.first), query);
              keep(samples, 0, way.places);
            });
    return steps[0];
  }

  /** One that is kept, or made. */
  private RecursionStretch stretch(
      int number, int from, int to, Way way, TrainingDerivatives training) {
    @Nullable RecursionStretch known = at(number, way.places);
    return known == null ? new RecursionStretch(training, from, to, 1 - damping, scale) : known;
  }

  /** Products [n,count] of every tile's features with those of the samples that count. */
  private synchronized SampleBlock[] kernel(
      int first, TrainingDerivatives training, JobContext context) {
    if (kernel == null) {
      SampleBlock[] made = new SampleBlock[training.tileCount()];
      float[] rows = training.rows(first, training.size());
      int columns = training.weight()[0].length;
      try (FactorRows last =
          training.math().factor(Matrices.rowsOf(rows, 0, rows.length / columns, columns))) {
        training.overFeatures(context, (from, t, read) -> made[t] = read.times(last).keep());
      }
      kernel = made;
    }
    return kernel;
  }

  /** {@code H^-1 dd/dW} [E][F]. */
  float[][] direction(PairDistance pairs, TrainingDerivatives training, JobContext context) {
    double[][] v = pairs.gradient(training.weight());
    if (ConjugateGradients.dot(v, v) == 0) {
      return new float[v.length][v[0].length];
    }
    try (DistanceGradient.Factors factors =
        DistanceGradient.of(pairs, training.weight()).factors(training.math())) {
      Query query = new Query(Matrices.floats(v), factors);
      int count = counting(query, training, context).count();
      return over(count, stretches(count, training), query, training, context);
    }
  }

  /** A query's gradient v, as a matrix [E][F] and where samples are multiplied with it. */
  private record Query(float[][] v, DistanceGradient.Factors factors) {}

  /**
   * How many samples count.
   *
   * @param steps the query's own, if it was the one that they were found with and they are one stretch
   */
  private record Counted(int count, float @Nullable [][] steps) {}

  private synchronized Counted counting(
      Query query, TrainingDerivatives training, JobContext context) {
    float[][] steps = null;
    if (counting == 0) {
      int all = training.size();
      int enough = forgotten(all);
      while (counting == 0 && 2L * enough < all) {
        @Nullable RecursionStretch[] places = places(enough, training);
        float[][] found = stepsIfEnough(enough, places, query, training, context);
        if (found == null) {
          close(places);
          enough *= 2;
        } else {
          steps = enough <= stretch ? found : null;
          kept = places;
          counting = enough;
        }
      }
      counting = counting == 0 ? all : counting;
      context.log(
          String.format(Locale.ROOT, "The last %d of %d training images count.", counting, all));
    }
    return new Counted(counting, steps);
  }

  /** After how many samples, of all, what came before them is gone; all where nothing is forgotten. */
  private int forgotten(int all) {
    return damping == 0
        ? all
        : (int) Math.min(all, Math.max(1, Math.log(NOTHING) / Math.log1p(-damping)));
  }

  /** The steps of the last stretch of {@code count} samples, if twice as many give the same; else null. */
  private float @Nullable [][] stepsIfEnough(
      int count,
      @Nullable RecursionStretch[] places,
      Query query,
      TrainingDerivatives training,
      JobContext context) {
    int all = training.size();
    Way few = new Way(all - count, all - count, null, places);
    float[][] steps = follow(few, all, query, training, context);
    Way twice = new Way(all - 2 * count, all - 2 * count, null, new RecursionStretch[0]);
    follow(twice, all - count, query, training, context);
    Way rest = new Way(twice.first, all - count, twice.h, places);
    follow(rest, all, query, training, context);
    return isSame(Objects.requireNonNull(few.h), Objects.requireNonNull(rest.h)) ? steps : null;
  }

  private static boolean isSame(float[][] few, float[][] twice) {
    double square = 0;
    double left = 0;
    for (int r = 0; r < few.length; r++) {
      for (int c = 0; c < few[r].length; c++) {
        square += (double) twice[r][c] * twice[r][c];
        double gap = (double) few[r][c] - twice[r][c];
        left += gap * gap;
      }
    }
    return left <= NOTHING * NOTHING * square;
  }

  /** Where the stretches of the samples that count are kept, as many as there is room for. */
  private synchronized @Nullable RecursionStretch[] stretches(
      int count, TrainingDerivatives training) {
    if (kept == null) {
      kept = places(count, training);
    }
    return kept;
  }

  private @Nullable RecursionStretch[] places(int count, TrainingDerivatives training) {
    long room = training.mostBytes() / RecursionStretch.bytes(stretch, training);
    return new RecursionStretch[(int) Math.min(room, (count + stretch - 1) / stretch)];
  }

  private static void close(@Nullable RecursionStretch[] places) {
    for (RecursionStretch samples : places) {
      if (samples != null) {
        samples.close();
      }
    }
  }

  /** The recursion over the last {@code count} samples. */
  private float[][] over(
      int count,
      @Nullable RecursionStretch[] stretches,
      Query query,
      TrainingDerivatives training,
      JobContext context) {
    int first = training.size() - count;
    Way way = new Way(first, first, null, stretches);
    follow(way, training.size(), query, training, context);
    return divided(way.h == null ? query.v() : way.h);
  }

  /** How far the recursion has come. */
  private static final class Way {
    /** Before this sample none has taken anything. */
    private final int first;

    private final int from;
    private final @Nullable RecursionStretch[] places;
    private float @Nullable [][] h;

    /** At sample {@code from}; stretches from there on are kept in {@code places}. */
    Way(int first, int from, float @Nullable [][] h, @Nullable RecursionStretch[] places) {
      this.first = first;
      this.from = from;
      this.h = h;
      this.places = places;
    }
  }

  /** Goes on up to a sample, stretch by stretch; the steps of the last. */
  private float[][] follow(
      Way way, int to, Query query, TrainingDerivatives training, JobContext context) {
    // h is this times v as long as no sample has taken anything.
    double start = ofNothingTaken(way.first);
    float[][][] last = new float[1][][];
    for (int from = way.from, s = 0; from < to; from += stretch, s++) {
      context.checkCancelled();
      int end = Math.min(to, from + stretch);
      float[][] before = way.h;
      float[][][] taken = new float[1][][];
      int begin = from;
      int number = s;
      training
          .math()
          .overBlocks(
              1,
              b -> {
                RecursionStretch samples = stretch(number, begin, end, way, training);
                last[0] = steps(samples, before, start, query);
                taken[0] = samples.spread(last[0]);
                keep(samples, number, way.places);
              });
      way.h = moved(before, end - from, start, query.v(), taken[0]);
      context.progress(end - way.first, to - way.first, "training images");
    }
    return last[0];
  }

  private double ofNothingTaken(int steps) {
    double times = 1;
    for (int s = 0; s < steps; s++) {
      times = 1 + (1 - damping) * times;
    }
    return times;
  }

  private static synchronized @Nullable RecursionStretch at(
      int number, @Nullable RecursionStretch[] stretches) {
    return number < stretches.length ? stretches[number] : null;
  }

  private static synchronized void keep(
      RecursionStretch samples, int number, @Nullable RecursionStretch[] stretches) {
    if (number >= stretches.length) {
      samples.close();
    } else if (stretches[number] == null) {
      stretches[number] = samples;
    }
  }

  private float[][] steps(
      RecursionStretch samples, float @Nullable [][] h, double start, Query query) {
    SampleBlock vf = samples.times(query.factors());
    double[] starts = new double[samples.size()];
    Arrays.fill(starts, start);
    return samples.steps(h == null ? vf.scaled(starts) : samples.times(h), vf, scale);
  }

  /** {@code keep^n h + (1 + keep + … + keep^(n-1)) v - taken}, into {@code taken}. */
  private float[][] moved(
      float @Nullable [][] h, int n, double start, float[][] v, float[][] taken) {
    double power = 1;
    double sum = 0;
    for (int s = 0; s < n; s++) {
      sum = 1 + (1 - damping) * sum;
      power *= 1 - damping;
    }
    for (int r = 0; r < taken.length; r++) {
      for (int c = 0; c < taken[r].length; c++) {
        double before = h == null ? start * v[r][c] : h[r][c];
        taken[r][c] = (float) (power * before + sum * v[r][c] - taken[r][c]);
      }
    }
    return taken;
  }

  private float[][] divided(float[][] h) {
    return Arrays.stream(h)
        .map(
            row -> {
              double[] exact = Doubles.of(row);
              Doubles.scale(exact, 1 / scale);
              return Doubles.floats(exact);
            })
        .toArray(float[][]::new);
  }
}
