package eifexplorer.influence;

import eifexplorer.influence.ThetaWalk.Moved;
import java.util.List;

/**
 * A query with the thetas it led to.
 *
 * @param span what its samples span
 * @param thetas at least one
 */
record WalkedQuery(QuerySpan span, List<Moved<LowRankTheta>> thetas) {
  /** How the distance changed on the way to each theta. */
  List<ThetaPath> paths() {
    return thetas.stream().map(Moved::path).toList();
  }

  /** D [r][F] of each theta {@code W + V^T D}, in double precision. */
  List<double[][]> directions() {
    return thetas.stream().map(moved -> direction(moved.theta().moves())).toList();
  }

  /** {@code Z^T Fp} [r][F] of Z [m,r]. */
  private double[][] direction(double[] moves) {
    double[][] rows = new double[span.rank()][span.pairs().features(0).length];
    for (int k = 0; k < rows.length; k++) {
      for (int j = 0; j < span.samples(); j++) {
        Doubles.addScaled(rows[k], moves[j * rows.length + k], span.pairs().features(j));
      }
    }
    return rows;
  }
}
