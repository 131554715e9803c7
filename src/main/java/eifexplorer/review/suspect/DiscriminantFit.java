package eifexplorer.review.suspect;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.TriangularFactor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Linear discriminant analysis with a shrunk covariance, each sample judged by the others alone.
 *
 * <p>With w the samples' weights, mu_c the weighted class means of the centred features [N,F], {@code r = x - mu_y}, n the sum
 * of the weights of the sample's class and {@code A = (1 - g) S + g trace(S)/F I}, {@code S = sum w r r^T / sum w}: {@code S[i,c]
 * = x^T A_i^-1 m - m^T A_i^-1 m / 2}, where {@code A_i = A - k r r^T}, {@code k = (1 - g) w n / ((n - w) sum w)}, {@code m =
 * mu_c}, and for the own class {@code m = mu_y - r w / (n - w)}: covariance and mean without the sample. By Sherman and Morrison, with {@code B = A^-1}, {@code q = r^T B r} and {@code h = k
 * / (1 - k q)}, {@code S[i,c] = x^T B m - m^T B m / 2 + h ((r^T B x)(r^T B m) - (r^T B m)² / 2)}. B
 * is applied as {@code L^-T L^-1} of {@code A = L L^T}: rows {@code L^-1 x} and {@code L^-1 mu} give all products. Friedman: Regularized Discriminant Analysis (JASA 1989).
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
  private final FeatureMatrix rows;
  private final float[] means;
  private final double[] squares;

  private DiscriminantFit(
      WithinClasses within, double shrinkage, FeatureMatrix rows, float[] means, MatrixMath math) {
    super(within.labels(), within.classCount());
    this.within = within;
    this.shrinkage = shrinkage;
    this.rows = rows;
    this.means = means;
    this.math = math;
    this.squares = squares(means, classCount());
  }

  /** A fit with a given shrinkage, 0..1, which computes a sample's row each time it is asked for. */
  static DiscriminantFit of(
      WithinClasses within, double shrinkage, MatrixMath math, JobContext context) {
    TriangularFactor factor =
        TriangularFactor.of(within.shrunk(shrinkage), within.columns(), math, context);
    return new DiscriminantFit(
        within,
        shrinkage,
        new WhitenedRows(within, factor, context),
        factor.turned(within.means(), within.classCount()),
        math);
  }

  /** Of a model's features and what is kept of its network's stages. */
  static DiscriminantFit of(SuspectInputs inputs, JobContext context) {
    WithinClasses within =
        WithinClasses.of(
            inputs.rowsOfDepths(context),
            inputs.bundle().trainLabels(),
            inputs.classCount(),
            inputs.math(),
            context);
    Candidate best = Candidate.of(within, FIRST_SHRINKAGE, inputs.math(), context);
    // The loss has one lowest place: up from the first as long as it falls, or else down.
    for (int step : new int[] {1, -1}) {
      int k = FIRST_SHRINKAGE + step;
      boolean falls = best.position == FIRST_SHRINKAGE;
      while (falls && k >= 0 && k < SHRINKAGES.length) {
        Candidate next = Candidate.of(within, k, inputs.math(), context);
        falls = next.temperature.loss() < best.temperature.loss();
        best = falls ? next : best;
        k += step;
      }
    }
    return best.fit.again(best.temperature, context);
  }

  /** A shrinkage with its fit and how likely that makes the given labels. */
  private record Candidate(int position, DiscriminantFit fit, Temperature temperature) {
    static Candidate of(WithinClasses within, int position, MatrixMath math, JobContext context) {
      DiscriminantFit fit = DiscriminantFit.of(within, SHRINKAGES[position], math, context);
      return new Candidate(position, fit, fit.temperature());
    }
  }

  /** The second fit, in which suspects count less; its rows are kept, since many ask for them. */
  private DiscriminantFit again(Temperature temperature, JobContext context) {
    double[] weights = weights(temperature, context.withoutProgress());
    DiscriminantFit fit = of(within.weighted(weights, math, context), shrinkage, math, context);
    return new DiscriminantFit(fit.within, shrinkage, Embeddings.kept(fit.rows), fit.means, math);
  }

  /** Probability of each given label divided by that of the likeliest one, but not quite 0. */
  private double[] weights(Temperature temperature, JobContext context) {
    return Arrays.stream(margins(context))
        .map(m -> Double.isNaN(m) ? 1 : Math.exp(Math.min(0, m) / temperature.value()))
        .map(w -> Math.max(LEAST_WEIGHT, w))
        .toArray();
  }

  /** The temperature that suits samples spread over all. */
  private Temperature temperature() {
    int n = Math.min(size(), SAMPLES_TO_CHOOSE_BY);
    int[] samples = IntStream.range(0, n).map(k -> (int) ((long) k * size() / n)).toArray();
    double[][] logits = new double[n][];
    for (int from = 0; from < n; from += ROWS_AT_ONCE) {
      int[] some = Arrays.copyOfRange(samples, from, Math.min(n, from + ROWS_AT_ONCE));
      double[] fits = fits(rows.gather(some), some);
      for (int k = 0; k < some.length; k++) {
        logits[from + k] =
            known(Arrays.copyOfRange(fits, k * classCount(), (k + 1) * classCount()), some[k]);
      }
    }
    return Temperature.of(logits, IntStream.of(samples).map(this::label).toArray());
  }

  /** Rows [N,F] after the mean and the scatter within classes are taken out. */
  FeatureMatrix rows() {
    return rows;
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
    float[] some = new float[(to - from) * rows.columns()];
    rows.copyRows(from, to, some, 0);
    return fits(some, IntStream.range(from, to).toArray());
  }

  /** Fits [n,C] of some samples with their rows [n,F]. */
  private double[] fits(float[] some, int[] samples) {
    int n = samples.length;
    float[] residuals = residuals(some, samples);
    double[] q = squares(residuals, n);
    float[] products = products(some, n);
    float[] ofResiduals = products(residuals, n);
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

  /** Rows less the means of their given classes, a copy. */
  private float[] residuals(float[] some, int[] samples) {
    int size = rows.columns();
    float[] residuals = some.clone();
    for (int k = 0; k < samples.length; k++) {
      int mean = label(samples[k]) * size;
      for (int j = 0; j < size; j++) {
        residuals[k * size + j] -= means[mean + j];
      }
    }
    return residuals;
  }

  private float[] products(float[] some, int n) {
    float[] products = new float[n * classCount()];
    math.timesTransposed(some, n, means, classCount(), rows.columns(), products);
    return products;
  }
}
