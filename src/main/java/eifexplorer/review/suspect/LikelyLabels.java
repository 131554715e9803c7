package eifexplorer.review.suspect;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.IndexOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The given label of every sample and its few likeliest others with their log probabilities: what is left of [N,C]
 * probabilities that fits in memory for any C. Immutable.
 */
final class LikelyLabels {
  /** Others kept of each sample; the ninth likeliest label has next to no probability. */
  private static final int OTHERS = 8;

  private static final int BLOCK = 256;

  private final int classCount;
  private final int[][] labels;
  private final double[][] logs;

  private LikelyLabels(int size, int classCount) {
    this.classCount = classCount;
    this.labels = new int[size][];
    this.logs = new double[size][];
  }

  /** Of log probabilities that leave each sample out. */
  static LikelyLabels of(PooledFit fit, JobContext context) {
    LikelyLabels likely = new LikelyLabels(fit.size(), fit.classCount());
    AtomicInteger done = new AtomicInteger();
    ComputePool.shared()
        .forEach(
            (fit.size() + BLOCK - 1) / BLOCK,
            b -> {
              context.checkCancelled();
              int from = b * BLOCK;
              int to = Math.min(fit.size(), from + BLOCK);
              double[] block = fit.block(from, to);
              for (int i = from; i < to; i++) {
                int at = (i - from) * fit.classCount();
                likely.keep(i, fit.label(i), Arrays.copyOfRange(block, at, at + fit.classCount()));
              }
              context.progress(done.addAndGet(to - from), fit.size(), "training images");
            });
    return likely;
  }

  /** Keeps the given label first, NaN if nothing is known of it, then others by falling probability. */
  private void keep(int sample, int given, double[] row) {
    double own = row[given];
    row[given] = Double.NaN;
    int[] others =
        Arrays.stream(IndexOrder.descending(row, OTHERS))
            .filter(c -> !Double.isNaN(row[c]))
            .toArray();
    labels[sample] = new int[others.length + 1];
    logs[sample] = new double[others.length + 1];
    labels[sample][0] = given;
    logs[sample][0] = own;
    for (int k = 0; k < others.length; k++) {
      labels[sample][k + 1] = others[k];
      logs[sample][k + 1] = row[others[k]];
    }
  }

  /** N. */
  int size() {
    return labels.length;
  }

  /** C. */
  int classCount() {
    return classCount;
  }

  /** True if something is known of the given label and of another one. */
  boolean isKnown(int sample) {
    return labels[sample].length > 1 && !Double.isNaN(logs[sample][0]);
  }

  /** The given label, then others by falling probability; not to be changed. */
  int[] labels(int sample) {
    return labels[sample];
  }

  /** Their log probabilities; not to be changed. */
  double[] logs(int sample) {
    return logs[sample];
  }
}
