package eifexplorer.influence;

import eifexplorer.engine.PackedMatrix;
import java.util.ArrayList;
import java.util.List;

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
  private final double[][] basis;
  private final double[] coordinates;

  /** The span of a query's samples under W, given as its transpose [F,E], and the bias [E]. */
  QuerySpan(PairDistance pairs, PackedMatrix transposedWeight, double[] bias) {
    int m = pairs.samples();
    double[][] rows = new double[m][];
    for (int j = 0; j < m; j++) {
      rows[j] = pairs.features(j);
    }
    double[] flat = Doubles.flat(rows);
    double[] embeddings = transposedWeight.leftMultiply(flat, m);
    Doubles.addToRows(embeddings, bias);
    this.pairs = pairs;
    this.featureProducts = PackedMatrix.ofTransposed(rows).leftMultiply(flat, m);
    this.basis = orthonormal(Doubles.rows(embeddings, bias.length));
    this.coordinates = PackedMatrix.ofTransposed(basis).leftMultiply(embeddings, m);
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
