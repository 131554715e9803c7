package eifexplorer.embedding;

/** How far two embeddings are from each other. */
public enum Metric {
  /** {@code ‖q - g‖}. */
  EUCLIDEAN {
    @Override
    double rank(float[] q, float[] g) {
      double sum = 0;
      for (int i = 0; i < q.length; i++) {
        double difference = (double) q[i] - g[i];
        sum += difference * difference;
      }
      return sum;
    }

    @Override
    double distance(double rank) {
      return Math.sqrt(rank);
    }
  },

  /** {@code -q·g}: the larger the product, the nearer; not a distance, since a sample need not be nearest to itself. */
  INNER_PRODUCT {
    @Override
    double rank(float[] q, float[] g) {
      // Not -dot: there is one zero only, so that equal products are a tie.
      return 0.0 - dot(q, g);
    }
  },

  /** {@code 1 - q·g / (‖q‖ ‖g‖)} in 0..2. */
  COSINE {
    @Override
    double rank(float[] q, float[] g) {
      double lengthQ = Math.max(Embeddings.norm(q, 0, q.length), Embeddings.SMALLEST_NORM);
      double lengthG = Math.max(Embeddings.norm(g, 0, g.length), Embeddings.SMALLEST_NORM);
      return 1 - dot(q, g) / (lengthQ * lengthG);
    }
  };

  /** The number that neighbours are ordered by, in double precision; grows with the distance. */
  abstract double rank(float[] q, float[] g);

  /** The distance that belongs to a {@link #rank}. */
  double distance(double rank) {
    return rank;
  }

  private static double dot(float[] q, float[] g) {
    double sum = 0;
    for (int i = 0; i < q.length; i++) {
      sum += (double) q[i] * g[i];
    }
    return sum;
  }
}
