package eifexplorer.review.suspect;

import eifexplorer.job.ComputePool;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Log probabilities of every label by several fits together: {@code S[i,c] = ln softmax(l_i / T)_c} with l the mean of the
 * fits' own log probabilities, each at the temperature under which the given labels are likeliest, and T found the same way. Every
 * image is left out of what it is judged by, so its given label is a held-out target.
 */
final class PooledFit extends LabelFit {
  private static final int RUNS_TO_CHOOSE_BY = 250;
  private static final int RUN = 8;

  private final List<LabelFit> fits;
  private final double[] temperatures;
  private final double temperature;

  /**
   * Of fits of the same samples.
   *
   * @param labels given labels [N]
   * @param fits at least one
   */
  PooledFit(int[] labels, int classCount, List<LabelFit> fits) {
    super(labels, classCount);
    this.fits = List.copyOf(fits);
    this.temperatures = new double[fits.size()];
    int[] samples = samples(labels.length);
    int n = samples.length;
    int[] given = IntStream.of(samples).map(i -> labels[i]).toArray();
    double[][] pooled = new double[n][classCount];
    for (int f = 0; f < temperatures.length; f++) {
      double[][] rows = rows(fits.get(f), samples);
      temperatures[f] = Temperature.of(rows, given).value();
      for (int k = 0; k < n; k++) {
        add(pooled[k], rows[k], temperatures[f]);
      }
    }
    this.temperature = Temperature.of(pooled, given).value();
  }

  /** All samples, or short runs spread over all: a run is quicker than as many single ones. */
  private static int[] samples(int size) {
    int runs = Math.min(RUNS_TO_CHOOSE_BY, (size + RUN - 1) / RUN);
    return IntStream.range(0, runs)
        .flatMap(r -> IntStream.range(0, RUN).map(k -> start(r, runs, size) + k))
        .filter(i -> i < size)
        .toArray();
  }

  private static int start(int run, int runs, int size) {
    return runs < RUNS_TO_CHOOSE_BY ? run * RUN : (int) ((long) run * (size - RUN) / runs);
  }

  /** Fits of the samples, which come in runs. */
  private static double[][] rows(LabelFit fit, int[] samples) {
    double[][] rows = new double[samples.length][];
    int classes = fit.classCount();
    ComputePool.shared()
        .forEach(
            (samples.length + RUN - 1) / RUN,
            r -> {
              int from = r * RUN;
              int to = Math.min(samples.length, from + RUN);
              double[] block = fit.block(samples[from], samples[to - 1] + 1);
              for (int k = from; k < to; k++) {
                int at = (k - from) * classes;
                rows[k] = fit.known(Arrays.copyOfRange(block, at, at + classes), samples[k]);
              }
            });
    return rows;
  }

  /** Adds a fit's share of the mean of log probabilities; NaN stays. */
  private void add(double[] pooled, double[] row, double at) {
    double[] logs = logSoftmax(row, at);
    for (int c = 0; c < pooled.length; c++) {
      pooled[c] += logs[c] / fits.size();
    }
  }

  /** {@code ln softmax(z / T)}, NaN where z is. */
  private static double[] logSoftmax(double[] row, double temperature) {
    double largest = Arrays.stream(row).filter(z -> !Double.isNaN(z)).max().orElse(0);
    double sum =
        Arrays.stream(row)
            .filter(z -> !Double.isNaN(z))
            .map(z -> Math.exp((z - largest) / temperature))
            .sum();
    double whole = largest / temperature + Math.log(sum);
    return Arrays.stream(row).map(z -> z / temperature - whole).toArray();
  }

  @Override
  double[] block(int from, int to) {
    double[][] pooled = new double[to - from][classCount()];
    for (int f = 0; f < temperatures.length; f++) {
      double[] block = fits.get(f).block(from, to);
      for (int k = 0; k < pooled.length; k++) {
        int at = k * classCount();
        double[] row = known(Arrays.copyOfRange(block, at, at + classCount()), from + k);
        add(pooled[k], row, temperatures[f]);
      }
    }
    double[] all = new double[pooled.length * classCount()];
    for (int k = 0; k < pooled.length; k++) {
      double[] row = logSoftmax(pooled[k], temperature);
      System.arraycopy(row, 0, all, k * classCount(), classCount());
    }
    return all;
  }
}
