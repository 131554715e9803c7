package eifexplorer.review.suspect;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How well every label fits every training sample, as told by the other samples alone; immutable, safe for use from any
 * thread.
 *
 * <p>Rows are computed when asked for: all of them need not fit in memory.
 */
abstract class LabelFit {
  private static final int BLOCK = 256;

  private final int[] labels;
  private final int[] classSizes;

  LabelFit(int[] labels, int classCount) {
    this(labels, sizes(labels, classCount));
  }

  /** Of some of the samples: the classes have others. */
  LabelFit(int[] labels, int[] classSizes) {
    this.labels = labels.clone();
    this.classSizes = classSizes.clone();
  }

  /** Number of samples of each class [C]. */
  static int[] sizes(int[] labels, int classCount) {
    int[] sizes = new int[classCount];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }

  /** Fits of samples {@code from} to {@code to} [n,C], whatever the classes' sizes. */
  abstract double[] block(int from, int to);

  final int label(int sample) {
    return labels[sample];
  }

  final int size() {
    return labels.length;
  }

  final int classCount() {
    return classSizes.length;
  }

  /** True if the class has a sample besides this one. */
  final boolean isKnown(int sample, int label) {
    return classSizes[label] > (labels[sample] == label ? 1 : 0);
  }

  /** Fit of every label to a sample [C]; NaN for a class that has no other sample. */
  final double[] row(int sample) {
    return known(block(sample, sample + 1), sample);
  }

  /** Fits of every label to a sample [C] with those made NaN of which nothing is known. */
  final double[] known(double[] row, int sample) {
    for (int c = 0; c < row.length; c++) {
      if (!isKnown(sample, c)) {
        row[c] = Double.NaN;
      }
    }
    return row;
  }

  /** Fit of the given label less the best fit of another one [N]; NaN where one of them is not known. */
  final double[] margins(JobContext context) {
    double[] margins = new double[labels.length];
    AtomicInteger done = new AtomicInteger();
    ComputePool.shared()
        .forEach(
            (labels.length + BLOCK - 1) / BLOCK,
            b -> {
              context.checkCancelled();
              int from = b * BLOCK;
              int to = Math.min(labels.length, from + BLOCK);
              double[] fits = block(from, to);
              for (int i = from; i < to; i++) {
                margins[i] = margin(fits, (i - from) * classSizes.length, i);
              }
              context.progress(done.addAndGet(to - from), labels.length, "training images");
            });
    return margins;
  }

  private double margin(double[] fits, int offset, int sample) {
    double best = Double.NaN;
    for (int c = 0; c < classSizes.length; c++) {
      if (c != labels[sample] && classSizes[c] > 0 && !(fits[offset + c] <= best)) {
        best = fits[offset + c];
      }
    }
    return isKnown(sample, labels[sample]) ? fits[offset + labels[sample]] - best : Double.NaN;
  }
}
