package eifexplorer.influence;

import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
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
 * what as many before them take must change the result by 1e-6 of it at most; with it all go in where that is not so. Safe
 * for use from any thread.
 */
final class StochasticInverse implements InverseHessian {
  /** Samples of a stretch, at most. */
  private static final int STRETCH = 1536;

  /** Share of the result that samples left out may make. */
  private static final double NOTHING = 1e-6;

  /** How well a result's steps are known. */
  private static final double PRECISE = 1e-7;

  /** How well that share is known. */
  private static final double ROUGH = 1e-2;

  private final double damping;
  private final double scale;
  private final int stretch;

  private final StretchKernel kernel;

  /** How many of the last samples count; 0 before the first query. */
  private volatile int counting;

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
    this.kernel = new StretchKernel(scale);
  }

  @Override
  public long mostKept(TrainingDerivatives training) {
    int n = training.size();
    int last = Math.min(stretch, n);
    long one = RecursionStretch.bytes(last, training);
    int count = counting > 0 ? counting : n;
    long all = Math.min(one * ((count + last - 1) / last), training.estimatorBytes());
    long kernel = StretchKernel.bytes(last, training);
    return kernel > 0 ? Math.max(all, one + kernel) : all;
  }

  @Override
  public double[] products(PairDistance pairs, TrainingDerivatives training, JobContext context) {
    double[] embeddings = training.embeddings(pairs);
    double[][] v = pairs.gradient(embeddings);
    if (ConjugateGradients.dot(v, v) == 0) {
      return new double[training.size()];
    }
    try (DistanceGradient.Factors factors =
        DistanceGradient.of(pairs, embeddings).factors(training.math())) {
      Query query = new Query(Matrices.floats(v), factors);
      return finite(
          counting > 0 && counting <= stretch && kernel.pays(counting, training)
              ? byKernel(query, training, context)
              : training.products(direction(query, training, context), context));
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

  /** Without h. */
  private double[] byKernel(Query query, TrainingDerivatives training, JobContext context) {
    int first = training.size() - counting;
    float[][] steps = steps(new Way(first, stretches(counting, training)), query, training);
    double start = ofNothingTaken(training.size());
    DistanceGradient.Factors factors = Objects.requireNonNull(query.factors());
    return kernel.products(factors, steps, start, training, context);
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
              steps[0] = steps(samples, null, ofNothingTaken(way.first), query, way.precision);
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

  /** {@code H^-1 dd/dW} [E][F]. */
  float[][] direction(PairDistance pairs, TrainingDerivatives training, JobContext context) {
    double[] embeddings = training.embeddings(pairs);
    double[][] v = pairs.gradient(embeddings);
    if (ConjugateGradients.dot(v, v) == 0) {
      return new float[v.length][v[0].length];
    }
    try (DistanceGradient.Factors factors =
        DistanceGradient.of(pairs, embeddings).factors(training.math())) {
      return direction(new Query(Matrices.floats(v), factors), training, context);
    }
  }

  private float[][] direction(Query query, TrainingDerivatives training, JobContext context) {
    float[][] found = found(query, training, context);
    return divided(found == null ? over(query, training, context) : found);
  }

  /**
   * A query's gradient v.
   *
   * @param v [E][F]
   * @param factors where samples are multiplied with it; null for v = 0
   */
  private record Query(float[][] v, DistanceGradient.@Nullable Factors factors) {
    /** v = 0. */
    Query nothing() {
      return new Query(new float[v.length][v[0].length], null);
    }
  }

  /** Finds how many samples count, if that is not known; the recursion over those if they are not all, else null. */
  private synchronized float @Nullable [][] found(
      Query query, TrainingDerivatives training, JobContext context) {
    if (counting > 0) {
      return null;
    }
    int all = training.size();
    float[][] h = null;
    int enough = forgotten(all);
    while (h == null && 2L * enough < all) {
      @Nullable RecursionStretch[] places = places(enough, training);
      h = ifEnough(enough, places, query, training, context);
      if (h == null) {
        close(places);
        enough *= 2;
      } else {
        kept = places;
      }
    }
    counting = h == null ? all : enough;
    context.log(
        String.format(Locale.ROOT, "The last %d of %d training images count.", counting, all));
    return h;
  }

  /** After how many samples, of all, what came before them is gone; all where nothing is forgotten. */
  private int forgotten(int all) {
    return damping == 0
        ? all
        : (int) Math.min(all, Math.max(1, Math.log(NOTHING) / Math.log1p(-damping)));
  }

  /**
   * The recursion over the last {@code count} samples, if what as many before them take is gone at its end; else null. What
   * they take goes on alone, as in a recursion for v = 0, since two digits of it tell.
   */
  private float @Nullable [][] ifEnough(
      int count,
      @Nullable RecursionStretch[] places,
      Query query,
      TrainingDerivatives training,
      JobContext context) {
    int all = training.size();
    Way few = new Way(all - count, places);
    follow(few, all, query, training, context);
    Way before = new Way(all - 2 * count, all - 2 * count, null, new RecursionStretch[0], ROUGH);
    follow(before, all - count, query, training, context);
    float[][] taken = less(Objects.requireNonNull(before.h), ofNothingTaken(few.first), query.v());
    Way rest = new Way(before.first, few.first, taken, places, ROUGH);
    follow(rest, all, query.nothing(), training, context);
    float[][] h = Objects.requireNonNull(few.h);
    return square(Objects.requireNonNull(rest.h)) <= NOTHING * NOTHING * square(h) ? h : null;
  }

  /** {@code h - factor v}. */
  private static float[][] less(float[][] h, double factor, float[][] v) {
    float[][] less = new float[h.length][h[0].length];
    for (int r = 0; r < h.length; r++) {
      for (int c = 0; c < h[r].length; c++) {
        less[r][c] = (float) (h[r][c] - factor * v[r][c]);
      }
    }
    return less;
  }

  private static double square(float[][] matrix) {
    double sum = 0;
    for (float[] row : matrix) {
      for (float value : row) {
        sum += (double) value * value;
      }
    }
    return sum;
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
    long one = RecursionStretch.bytes(Math.min(stretch, training.size()), training);
    long room = training.estimatorBytes() / one;
    return new RecursionStretch[(int) Math.min(room, (count + stretch - 1) / stretch)];
  }

  private static void close(@Nullable RecursionStretch[] places) {
    for (RecursionStretch samples : places) {
      if (samples != null) {
        samples.close();
      }
    }
  }

  /** The recursion over the samples that count. */
  private float[][] over(Query query, TrainingDerivatives training, JobContext context) {
    Way way = new Way(training.size() - counting, stretches(counting, training));
    follow(way, training.size(), query, training, context);
    return way.h == null ? query.v() : way.h;
  }

  /** How far the recursion has come. */
  private static final class Way {
    /** Before this sample none has taken anything. */
    private final int first;

    private final int from;
    private final @Nullable RecursionStretch[] places;
    private final double precision;
    private float @Nullable [][] h;

    /** Before the first sample; stretches from there on are kept in {@code places}. */
    Way(int first, @Nullable RecursionStretch[] places) {
      this(first, first, null, places, PRECISE);
    }

    /** At sample {@code from}; stretches from there on are kept in {@code places}. */
    Way(
        int first,
        int from,
        float @Nullable [][] h,
        @Nullable RecursionStretch[] places,
        double precision) {
      this.first = first;
      this.from = from;
      this.h = h;
      this.places = places;
      this.precision = precision;
    }
  }

  /** Goes on up to a sample, stretch by stretch. */
  private void follow(
      Way way, int to, Query query, TrainingDerivatives training, JobContext context) {
    // h is this times v as long as no sample has taken anything.
    double start = ofNothingTaken(way.first);
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
                taken[0] = samples.spread(steps(samples, before, start, query, way.precision));
                keep(samples, number, way.places);
              });
      way.h = moved(before, end - from, start, query.v(), taken[0]);
      context.progress(end - way.first, to - way.first, "training images");
    }
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
      RecursionStretch samples,
      float @Nullable [][] h,
      double start,
      Query query,
      double precision) {
    DistanceGradient.Factors factors = query.factors();
    if (factors == null) {
      return samples.steps(samples.times(Objects.requireNonNull(h)), null, scale, precision);
    }
    SampleBlock vf = samples.times(factors);
    double[] starts = new double[samples.size()];
    Arrays.fill(starts, start);
    return samples.steps(h == null ? vf.scaled(starts) : samples.times(h), vf, scale, precision);
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
