package eifexplorer.influence;

import eifexplorer.math.Doubles;
import eifexplorer.math.FactorRows;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of a query's distance by the last layer's weight, {@code dd/dW} [E,F], for products with those of training
 * losses, {@code <dd/dW, g_i f_i^T>}. Immutable.
 *
 * <p>A pair's part has rank 2: {@code g1 f1^T + g2 f2^T = (g1 + g2)((f1 + f2)/2)^T + (g1 - g2)((f1 - f2)/2)^T}, so that a
 * product is made of two with f_i and two with g_i. Sums and differences, because of a close pair only those are small. A
 * query of so many pairs that this were more work keeps the matrix itself.
 *
 * @param embeddings left factors, rows [k][E]; null for the unit vectors
 * @param features right factors, rows [k][F]; the same for every weight if there are left factors
 */
record DistanceGradient(float @Nullable [][] embeddings, float[][] features) {
  /** At the embeddings [m,E] of the query's samples. */
  static DistanceGradient of(PairDistance pairs, double[] embeddings) {
    if (2 * pairs.pairCount() > embeddings.length / pairs.samples()) {
      return new DistanceGradient(null, Matrices.floats(pairs.gradient(embeddings)));
    }
    double[][][] gradients = pairs.pairGradients(embeddings);
    float[][] left = new float[2 * gradients.length][];
    float[][] right = new float[left.length][];
    for (int p = 0; p < gradients.length; p++) {
      double[] first = pairs.features(pairs.first(p));
      double[] second = pairs.features(pairs.second(p));
      left[2 * p] = sum(gradients[p][0], gradients[p][1], 1);
      left[2 * p + 1] = sum(gradients[p][0], gradients[p][1], -1);
      right[2 * p] = half(sum(first, second, 1));
      right[2 * p + 1] = half(sum(first, second, -1));
    }
    return new DistanceGradient(left, right);
  }

  private static float[] sum(double[] a, double[] b, double factor) {
    double[] sum = a.clone();
    Doubles.addScaled(sum, factor, b);
    return Doubles.floats(sum);
  }

  private static float[] half(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= 2;
    }
    return values;
  }

  /** Whether {@link #features} are the same for every weight. */
  boolean sharesFeatures() {
    return embeddings != null;
  }

  /** Products [n] with the gradients of a tile's losses. */
  double[] dots(SampleBlock gradients, SampleBlock read) {
    return dotsWith(gradients, read.times(features));
  }

  /**
   * Products [n] with the gradients of a tile's losses.
   *
   * @param gradients by the embeddings [n,E]
   * @param products of the tile's features with {@link #features}, [k][n]
   */
  double[] dotsWith(SampleBlock gradients, float[][] products) {
    float[][] left = embeddings == null ? gradients.columns() : gradients.times(embeddings);
    return GradientTile.dots(left, products);
  }

  /** Itself, where samples are multiplied with it. */
  Factors factors(MatrixMath math) {
    return embeddings == null
        ? new Factors(math.factor(features), null)
        : new Factors(math.factor(features), math.factor(Matrices.transposed(embeddings)));
  }

  /**
   * A gradient v where samples are multiplied with it.
   *
   * @param features right factors [k,F]
   * @param embeddings left factors, transposed [E,k]; null for the unit vectors
   */
  record Factors(FactorRows features, @Nullable FactorRows embeddings) implements AutoCloseable {
    /** {@code v f} [n,E] of samples f [n,F]. */
    SampleBlock times(SampleBlock samples) {
      SampleBlock products = samples.times(features);
      return embeddings == null ? products : products.times(embeddings);
    }

    @Override
    public void close() {
      features.close();
      if (embeddings != null) {
        embeddings.close();
      }
    }
  }
}
