package eifexplorer.influence;

import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.PackedMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a query's m test samples span, at the model's own weight W: features Fp [m,F] with their products {@code G = Fp Fp^T}
 * [m,m], and an orthonormal basis V [r,E] of their embeddings {@code e0 = Fp W^T + b}, r at most m and E. Immutable.
 *
 * <p>Every weight that gradient steps on the query's distance can lead to is {@code W + (Z V)^T Fp} with some Z [m,r], and
 * the samples' embeddings have coordinates [m,r] there. A basis, rather than the embeddings themselves, because
 * multiples of embeddings that nearly depend on each other grow without end while what they stand for does not.
 */
final class QuerySpan {
  /** What is left of an embedding after the basis is taken off, per length, below which it is rounding noise. */
  private static final double NOISE = 1e-13;

  private final PairDistance pairs;
  private final double[] featureProducts;
  private final double[][] embeddings;
  private final double[][] basis;
  private final double[] coordinates;

  /** The span of a query's samples with these embeddings e0 [m][E] under W. */
  QuerySpan(PairDistance pairs, double[][] embeddings) {
    int m = pairs.samples();
    double[][] rows = new double[m][];
    for (int j = 0; j < m; j++) {
      rows[j] = pairs.features(j);
    }
    this.pairs = pairs;
    this.embeddings = embeddings;
    this.featureProducts = PackedMatrix.ofTransposed(rows).leftMultiply(Matrices.flat(rows), m);
    this.basis = orthonormal(embeddings);
    this.coordinates = PackedMatrix.ofTransposed(basis).leftMultiply(Matrices.flat(embeddings), m);
  }

  /** Gram-Schmidt, twice over each row; at least one row comes out. */
  private static double[][] orthonormal(double[][] rows) {
    List<double[]> basis = new ArrayList<>();
    for (double[] row : rows) {
      double[] left = row.clone();
      for (int pass = 0; pass < 2; pass++) {
        for (double[] direction : basis) {
          Doubles.addScaled(left, -Doubles.dot(left, direction), direction);
        }
      }
      double length = Math.sqrt(Doubles.dot(left, left));
      if (length > NOISE * Math.sqrt(Doubles.dot(row, row))) {
        double[] unit = new double[left.length];
        Doubles.addScaled(unit, 1 / length, left);
        basis.add(unit);
      }
    }
    if (basis.isEmpty()) {
      double[] any = new double[rows[0].length];
      any[0] = 1;
      basis.add(any);
    }
    return basis.toArray(double[][]::new);
  }

  /** m. */
  int samples() {
    return pairs.samples();
  }

  /** r. */
  int rank() {
    return basis.length;
  }

  /** e0 [E] of the j-th sample; not to be changed. */
  double[] embedding(int j) {
    return embeddings[j];
  }

  /**
   * Factors [r][m] with which V is a sum of the samples' embeddings, if the terms of the sums are together at most so many
   * times longer than V's rows.
   */
  Optional<double[][]> basisFactors(double longestTerms) {
    if (rank() < samples()) {
      return Optional.empty();
    }
    double[][] factors = Matrices.inverseOfLowerTriangle(coordinates, rank());
    for (double[] row : factors) {
      double terms = 0;
      for (int j = 0; j < row.length; j++) {
        terms += Math.abs(row[j]) * Math.sqrt(Doubles.dot(embeddings[j], embeddings[j]));
      }
      if (!(terms <= longestTerms)) {
        return Optional.empty();
      }
    }
    return Optional.of(factors);
  }

  /** {@code sum_j |factor_j| ||f_j||}. */
  double featureTerms(double[] factors) {
    double terms = 0;
    for (int j = 0; j < factors.length; j++) {
      terms += Math.abs(factors[j]) * Math.sqrt(featureProducts[j * factors.length + j]);
    }
    return terms;
  }

  /** {@code sum_j (factor_j ||f_j||)²}. */
  double squaredFeatureTerms(double[] factors) {
    double squares = 0;
    for (int j = 0; j < factors.length; j++) {
      squares += factors[j] * factors[j] * featureProducts[j * factors.length + j];
    }
    return squares;
  }

  /** {@code ||sum_j factor_j f_j||²}. */
  double squaredFeatureSum(double[] factors) {
    double square = 0;
    for (int i = 0; i < factors.length; i++) {
      for (int j = 0; j < factors.length; j++) {
        square += factors[i] * factors[j] * featureProducts[i * factors.length + j];
      }
    }
    return square;
  }

  /** The query's pairs, and the features one by one. */
  PairDistance pairs() {
    return pairs;
  }

  /** G [m,m]; not to be changed. */
  double[] featureProducts() {
    return featureProducts;
  }

  /** V, rows [r][E]; not to be changed. */
  double[][] basis() {
    return basis;
  }

  /** {@code e0 V^T} [m,r]; not to be changed. */
  double[] coordinates() {
    return coordinates;
  }
}
