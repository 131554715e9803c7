package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import eifexplorer.math.Cholesky;
import eifexplorer.math.MatrixMath;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Linear discriminant analysis with a shrunk covariance, each sample judged by the others alone.
 *
 * <p>With w the samples' weights, mu_c the weighted class means of the centred features [N,F], {@code r = x - mu_y}, n the sum
 * of the weights of the sample's class and {@code A = (1 - g) S + g trace(S)/F I}, {@code S = sum w r r^T / sum w}: {@code S[i,c]
 * = x^T A_i^-1 m - m^T A_i^-1 m / 2}, where {@code A_i = A - k r r^T}, {@code k = (1 - g) w n / ((n - w) sum w)}, {@code m =
 * mu_c}, and for the own class {@code m = mu_y - r w / (n - w)}: covariance and mean without the sample. By Sherman and Morrison, with {@code B = A^-1}, {@code q = r^T B r} and {@code h = k
 * / (1 - k q)}, {@code S[i,c] = x^T B m - m^T B m / 2 + h ((r^T B x)(r^T B m) - (r^T B m)² / 2)}. Only mu_c and B mu_c [C,F]
 * and q [N] are kept. Friedman: Regularized Discriminant Analysis (JASA 1989).
 *
 * <p>The shrinkage g is the one under which the given labels are likeliest, at the best temperature; no true label is needed.
 * Wrong labels move the means towards each other and widen the scatter between them, so it is fitted twice: the second time each
 * sample's weight is the probability of its given label divided by that of the likeliest one.
 */
final class DiscriminantFit extends LabelFit {
  private static final double[] SHRINKAGES = {.03, .1, .3, .6, .9};
  private static final int FIRST_SHRINKAGE = 3;
  private static final int SAMPLES_TO_CHOOSE_BY = 2000;
  private static final int ROWS_AT_ONCE = 1024;
  private static final double SMALLEST = 1e-3;
  private static final double LEAST_WEIGHT = .02;

  private final WithinClasses within;
  private final MatrixMath math;
  private final double shrinkage;
  private final float[] inverseFactor;
  private final float[] coefficients;
  private final double[] squares;
  private final double[] leverages;

  private DiscriminantFit(WithinClasses within, double shrinkage, MatrixMath math) {
    super(within.labels(), within.classCount());
    int size = within.columns();
    this.within = within;
    this.math = math;
    this.shrinkage = shrinkage;
    this.inverseFactor = Cholesky.inverseFactor(within.shrunk(shrinkage));
    this.coefficients = new float[within.means().length];
    this.leverages = new double[size()];
    float[] turned = turned(within.means(), classCount());
    math.times(turned, classCount(), inverseFactor, size, size, coefficients);
    this.squares = squares(turned, classCount());
  }

  /** Of a model's features. */
  static DiscriminantFit of(SuspectInputs inputs, JobContext context) {
    WithinClasses within =
        WithinClasses.of(
            inputs.bundle().trainFeatures(),
            inputs.bundle().trainLabels(),
            inputs.classCount(),
            inputs.math(),
            context);
    Candidate best = Candidate.of(within, FIRST_SHRINKAGE, inputs.math());
    // The loss has one lowest place: up from the first as long as it falls, or else down.
    for (int step : new int[] {1, -1}) {
      int k = FIRST_SHRINKAGE + step;
      boolean falls = best.position == FIRST_SHRINKAGE;
      while (falls && k >= 0 && k < SHRINKAGES.length) {
        context.checkCancelled();
        Candidate next = Candidate.of(within, k, inputs.math());
        falls = next.temperature.loss() < best.temperature.loss();
        best = falls ? next : best;
        k += step;
      }
    }
    return best.fit.again(best.temperature, context);
  }

  /** A shrinkage with its fit and how likely that makes the given labels. */
  private record Candidate(int position, DiscriminantFit fit, Temperature temperature) {
    static Candidate of(WithinClasses within, int position, MatrixMath math) {
      DiscriminantFit fit = new DiscriminantFit(within, SHRINKAGES[position], math);
      return new Candidate(position, fit, fit.temperature());
    }
  }

  /** The second fit, in which suspects count less. */
  private DiscriminantFit again(Temperature temperature, JobContext context) {
    withLeverages(context);
    double[] weights = weights(temperature, context.withoutProgress());
    return of(within.weighted(weights, math, context), shrinkage, math, context);
  }

  /** Probability of each given label divided by that of the likeliest one, but not quite 0. */
  private double[] weights(Temperature temperature, JobContext context) {
    return Arrays.stream(margins(context))
        .map(m -> Double.isNaN(m) ? 1 : Math.exp(Math.min(0, m) / temperature.value()))
        .map(w -> Math.max(LEAST_WEIGHT, w))
        .toArray();
  }

  /** A fit with a given shrinkage, 0..1. */
  static DiscriminantFit of(
      WithinClasses within, double shrinkage, MatrixMath math, JobContext context) {
    return new DiscriminantFit(within, shrinkage, math).withLeverages(context);
  }

  /** The temperature that suits samples spread over all. */
  private Temperature temperature() {
    int n = Math.min(size(), SAMPLES_TO_CHOOSE_BY);
    int[] samples = IntStream.range(0, n).map(k -> (int) ((long) k * size() / n)).toArray();
    double[][] rows = new double[n][];
    for (int from = 0; from < n; from += ROWS_AT_ONCE) {
      int[] some = Arrays.copyOfRange(samples, from, Math.min(n, from + ROWS_AT_ONCE));
      float[] centred = within.centred(some);
      double[] fits = fits(centred, some, leverages(centred, some));
      for (int k = 0; k < some.length; k++) {
        rows[from + k] =
            known(Arrays.copyOfRange(fits, k * classCount(), (k + 1) * classCount()), some[k]);
      }
    }
    return Temperature.of(rows, IntStream.of(samples).map(this::label).toArray());
  }

  private DiscriminantFit withLeverages(JobContext context) {
    for (int from = 0; from < size(); from += ROWS_AT_ONCE) {
      context.checkCancelled();
      int[] some = IntStream.range(from, Math.min(size(), from + ROWS_AT_ONCE)).toArray();
      double[] of = leverages(within.centred(some), some);
      System.arraycopy(of, 0, leverages, from, of.length);
    }
    return this;
  }

  /** q of some samples. */
  private double[] leverages(float[] centred, int[] samples) {
    return squares(turned(within.residuals(centred, samples), samples.length), samples.length);
  }

  /** Rows times the factor's transpose: their squared lengths are those under A^-1. */
  private float[] turned(float[] rows, int n) {
    float[] turned = new float[rows.length];
    math.timesTransposed(rows, n, inverseFactor, within.columns(), within.columns(), turned);
    return turned;
  }

  /** Rows of some samples [n,F] after the mean and the scatter within classes are taken out. */
  float[] whitened(int... samples) {
    return turned(within.centred(samples), samples.length);
  }

  /** F. */
  int columns() {
    return within.columns();
  }

  /** Weight of a sample in the second fit, 0..1. */
  double weight(int sample) {
    return within.weight(sample);
  }

  private static double[] squares(float[] rows, int n) {
    double[] squares = new double[n];
    int size = n == 0 ? 0 : rows.length / n;
    for (int k = 0; k < rows.length; k++) {
      squares[k / size] += (double) rows[k] * rows[k];
    }
    return squares;
  }

  @Override
  double[] block(int from, int to) {
    int[] samples = IntStream.range(from, to).toArray();
    return fits(within.centred(samples), samples, Arrays.copyOfRange(leverages, from, to));
  }

  /** Fits [n,C] of some samples with their q. */
  private double[] fits(float[] centred, int[] samples, double[] q) {
    int n = samples.length;
    float[] products = products(centred, n);
    float[] ofResiduals = products(within.residuals(centred, samples), n);
    double[] fits = new double[n * classCount()];
    for (int k = 0; k < n; k++) {
      int own = k * classCount() + label(samples[k]);
      double weight = within.weight(samples[k]);
      double others = Math.max(SMALLEST, within.size(label(samples[k])) - weight);
      double part = weight / others;
      double factor = (1 - shrinkage) * (weight + weight * part) / within.total();
      double h = factor / Math.max(SMALLEST, 1 - factor * q[k]);
      // r^T B x = r^T B r + r^T B mu_y
      double residual = q[k] + ofResiduals[own];
      for (int c = 0; c < classCount(); c++) {
        int at = k * classCount() + c;
        fits[at] = fit(products[at], squares[c], h, residual, ofResiduals[at]);
      }
      double rm = ofResiduals[own] - part * q[k];
      double mm = squares[label(samples[k])] - part * (2 * ofResiduals[own] - part * q[k]);
      fits[own] = fit(products[own] - part * residual, mm, h, residual, rm);
    }
    return fits;
  }

  /** {@code x^T B m - m^T B m / 2 + h ((r^T B x)(r^T B m) - (r^T B m)² / 2)}. */
  private static double fit(double xm, double mm, double h, double rx, double rm) {
    return xm - mm / 2 + h * (rx * rm - rm * rm / 2);
  }

  private float[] products(float[] rows, int n) {
    float[] products = new float[n * classCount()];
    math.timesTransposed(rows, n, coefficients, classCount(), within.columns(), products);
    return products;
  }
}
