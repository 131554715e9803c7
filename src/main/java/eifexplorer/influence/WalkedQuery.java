package eifexplorer.influence;

import eifexplorer.influence.ThetaWalk.Moved;
import eifexplorer.math.Doubles;
import java.util.List;
import java.util.Optional;

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

  /** {@code D = Z^T Fp} [r][F] of a theta {@code W + V^T D}, in double precision. */
  double[][] direction(int theta) {
    double[][] factors = factors(theta);
    double[][] rows = new double[span.rank()][span.pairs().features(0).length];
    for (int k = 0; k < rows.length; k++) {
      for (int j = 0; j < span.samples(); j++) {
        Doubles.addScaled(rows[k], factors[k][j], span.pairs().features(j));
      }
    }
    return rows;
  }

  /**
   * {@code Z^T} [r][m] of a theta, if the terms of the sums {@code D = Z^T Fp} are together at most so many times longer
   * than D.
   */
  Optional<double[][]> moveFactors(int theta, double longestTerms) {
    double[][] factors = factors(theta);
    double longest = 0;
    double squares = 0;
    for (double[] row : factors) {
      longest = Math.max(longest, span.featureTerms(row));
      squares += span.squaredFeatureSum(row);
    }
    return longest <= longestTerms * Math.sqrt(Math.max(0, squares))
        ? Optional.of(factors)
        : Optional.empty();
  }

  /** Summed over all terms of D, the square of a term's length: rounding adds up like this, as independent errors do. */
  double squaredTerms(int theta) {
    double sum = 0;
    for (double[] row : factors(theta)) {
      sum += span.squaredFeatureTerms(row);
    }
    return sum;
  }

  private double[][] factors(int theta) {
    double[] moves = thetas.get(theta).theta().moves();
    double[][] factors = new double[span.rank()][span.samples()];
    for (int k = 0; k < factors.length; k++) {
      for (int j = 0; j < factors[k].length; j++) {
        factors[k][j] = moves[j * factors.length + k];
      }
    }
    return factors;
  }
}
