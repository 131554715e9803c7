package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Vote of the nearest neighbours among whitened unit rows, the sample itself left out: {@code S[i,c] = ln(v_c + 0.3 / k)}, v_c
 * the share of class c in the sum of {@code w exp(5 cos)} over the k = 50 neighbours. Suspects' votes count less by their weight
 * w in the discriminant's second fit.
 *
 * <p>Neighbours are looked for among at most {@value #MOST_ASKED} samples spread over all, so that the time grows with N only.
 */
final class WhitenedVote extends LabelFit {
  private static final int NEIGHBOURS = 50;
  static final int MOST_ASKED = 8192;
  private static final int ROWS_AT_ONCE = 1024;
  private static final double SHARPNESS = 5;
  private static final double FLOOR = .3;

  private final Votes[] votes;

  /** The classes a sample's neighbours have, and the share of each. */
  private record Votes(int[] classes, float[] shares) {}

  private WhitenedVote(int[] labels, int classCount, Votes[] votes) {
    super(labels, classCount);
    this.votes = votes;
  }

  /** Of whitened unit rows [N,F] of the samples of a fit. */
  static WhitenedVote of(
      FeatureMatrix rows, DiscriminantFit fit, MatrixMath math, JobContext context) {
    NearestFew[] nearest = nearest(rows, math, context);
    Votes[] votes = new Votes[nearest.length];
    Arrays.setAll(votes, i -> votes(nearest[i], fit));
    int[] labels = IntStream.range(0, fit.size()).map(fit::label).toArray();
    return new WhitenedVote(labels, fit.classCount(), votes);
  }

  /** Of every row the nearest others [N]. Where all are asked, a product of two serves both. */
  private static NearestFew[] nearest(FeatureMatrix rows, MatrixMath math, JobContext context) {
    int n = rows.rows();
    int count = Math.min(n, MOST_ASKED);
    int[] asked = IntStream.range(0, count).map(k -> (int) ((long) k * n / count)).toArray();
    float[] askedRows = rows.gather(asked);
    NearestFew[] nearest = new NearestFew[n];
    Arrays.setAll(nearest, i -> new NearestFew(NEIGHBOURS));
    for (int from = 0; from < n; from += ROWS_AT_ONCE) {
      context.checkCancelled();
      int to = Math.min(n, from + ROWS_AT_ONCE);
      int start = count == n ? from : 0;
      offer(from, to, asked, start, cosines(rows, from, to, askedRows, start, math), nearest);
      context.progress(to, n, "training images");
    }
    return nearest;
  }

  /** Cosines of some rows to those asked from {@code start} on [n,k]. */
  private static float[] cosines(
      FeatureMatrix rows, int from, int to, float[] askedRows, int start, MatrixMath math) {
    int size = rows.columns();
    float[] some = new float[(to - from) * size];
    rows.copyRows(from, to, some, 0);
    float[] others = Arrays.copyOfRange(askedRows, start * size, askedRows.length);
    int count = others.length / size;
    float[] cosines = new float[(to - from) * count];
    math.timesTransposed(some, to - from, others, count, size, cosines);
    return cosines;
  }

  private static void offer(
      int from, int to, int[] asked, int start, float[] cosines, NearestFew[] nearest) {
    int count = asked.length - start;
    ComputePool.shared()
        .forEach(
            to - from,
            i -> {
              for (int k = 0; k < count; k++) {
                if (asked[start + k] != from + i) {
                  nearest[from + i].offer(asked[start + k], cosines[i * count + k]);
                }
              }
            });
    if (asked.length == nearest.length) {
      ComputePool.shared()
          .forEach(
              nearest.length - to,
              k -> {
                for (int i = 0; i < to - from; i++) {
                  nearest[to + k].offer(from + i, cosines[i * count + to - from + k]);
                }
              });
    }
  }

  private static Votes votes(NearestFew nearest, DiscriminantFit fit) {
    int[] labels = IntStream.range(0, nearest.size()).map(k -> fit.label(nearest.row(k))).toArray();
    int[] classes = IntStream.of(labels).distinct().toArray();
    double[] sums = new double[classes.length];
    double all = 0;
    for (int k = 0; k < labels.length; k++) {
      double vote = fit.weight(nearest.row(k)) * Math.exp(SHARPNESS * (nearest.cosine(k) - 1));
      sums[position(classes, labels[k])] += vote;
      all += vote;
    }
    float[] shares = new float[sums.length];
    for (int c = 0; c < sums.length; c++) {
      shares[c] = (float) (all > 0 ? sums[c] / all : 0);
    }
    return new Votes(classes, shares);
  }

  private static int position(int[] classes, int label) {
    int at = 0;
    while (classes[at] != label) {
      at++;
    }
    return at;
  }

  @Override
  double[] block(int from, int to) {
    double[] fits = new double[(to - from) * classCount()];
    Arrays.fill(fits, Math.log(FLOOR / NEIGHBOURS));
    for (int i = from; i < to; i++) {
      Votes of = votes[i];
      for (int c = 0; c < of.classes.length; c++) {
        fits[(i - from) * classCount() + of.classes[c]] =
            Math.log(of.shares[c] + FLOOR / NEIGHBOURS);
      }
    }
    return fits;
  }
}
