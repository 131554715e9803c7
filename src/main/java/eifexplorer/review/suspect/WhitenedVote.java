package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.math.Doubles;
import eifexplorer.math.IndexOrder;
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
  private static final int MOST_ASKED = 8192;
  private static final double SHARPNESS = 5;
  private static final double FLOOR = .3;

  private final FeatureMatrix rows;
  private final DiscriminantFit fit;
  private final MatrixMath math;
  private final int[] asked;
  private final float[] askedRows;

  /** Whitened unit rows [N,F] of the samples of a fit. */
  WhitenedVote(FeatureMatrix rows, DiscriminantFit fit, MatrixMath math) {
    super(IntStream.range(0, fit.size()).map(fit::label).toArray(), fit.classCount());
    this.rows = rows;
    this.fit = fit;
    this.math = math;
    int n = Math.min(rows.rows(), MOST_ASKED);
    this.asked = IntStream.range(0, n).map(k -> (int) ((long) k * rows.rows() / n)).toArray();
    this.askedRows = rows.gather(asked);
  }

  @Override
  double[] block(int from, int to) {
    int n = to - from;
    float[] some = new float[n * rows.columns()];
    rows.copyRows(from, to, some, 0);
    float[] cosines = new float[n * asked.length];
    math.timesTransposed(some, n, askedRows, asked.length, rows.columns(), cosines);
    double[] fits = new double[n * classCount()];
    for (int k = 0; k < n; k++) {
      double[] of =
          Doubles.of(Arrays.copyOfRange(cosines, k * asked.length, (k + 1) * asked.length));
      System.arraycopy(votes(of, from + k), 0, fits, k * classCount(), classCount());
    }
    return fits;
  }

  private double[] votes(double[] cosines, int sample) {
    double[] votes = new double[classCount()];
    int left = NEIGHBOURS;
    double all = 0;
    for (int k : IndexOrder.descending(cosines, NEIGHBOURS + 1)) {
      if (asked[k] != sample && left-- > 0) {
        double vote = fit.weight(asked[k]) * Math.exp(SHARPNESS * (cosines[k] - 1));
        votes[label(asked[k])] += vote;
        all += vote;
      }
    }
    for (int c = 0; c < votes.length; c++) {
      votes[c] = Math.log((all > 0 ? votes[c] / all : 0) + FLOOR / NEIGHBOURS);
    }
    return votes;
  }
}
