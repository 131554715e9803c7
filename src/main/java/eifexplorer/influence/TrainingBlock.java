package eifexplorer.influence;

import eifexplorer.engine.PackedMatrix;
import eifexplorer.training.MetricLoss;
import eifexplorer.training.UnitRows;

/** A block of n training samples at the model's own weight, all that a query needs of them but their features; immutable. */
final class TrainingBlock {
  private final double[] embeddings;
  private final int[] labels;
  private final PackedMatrix proxyColumns;
  private final MetricLoss loss;
  private final double[] keptSimilarities;
  private final double[] squares;
  private final double[] losses;

  /**
   * Takes over the arrays.
   *
   * @param embeddings e [n,E]
   * @param labels [n]
   * @param proxyColumns unit proxies n(P)^T [E,C*K]
   * @param keepsSimilarities whether {@code e n(P)^T} is kept; otherwise each use computes it
   */
  TrainingBlock(
      double[] embeddings,
      int[] labels,
      PackedMatrix proxyColumns,
      MetricLoss loss,
      boolean keepsSimilarities) {
    this.embeddings = embeddings;
    this.labels = labels;
    this.proxyColumns = proxyColumns;
    this.loss = loss;
    double[] similarities = proxyColumns.leftMultiply(embeddings, labels.length);
    this.keptSimilarities = keepsSimilarities ? similarities : null;
    this.squares = new double[labels.length];
    int size = proxyColumns.rows();
    for (int i = 0; i < embeddings.length; i++) {
      squares[i / size] = Math.fma(embeddings[i], embeddings[i], squares[i / size]);
    }
    this.losses = losses(similarities.clone(), squares);
  }

  /** n. */
  int size() {
    return labels.length;
  }

  /** Losses [n] at the model's own weight; not to be changed. */
  double[] losses() {
    return losses;
  }

  /** {@code B = e V^T} [n,r] for V^T [E,r]. */
  double[] coordinates(PackedMatrix basisColumns) {
    return basisColumns.leftMultiply(embeddings, labels.length);
  }

  /** {@code e n(P)^T} [n,C*K]; not to be changed. */
  double[] similarities() {
    return keptSimilarities == null
        ? proxyColumns.leftMultiply(embeddings, labels.length)
        : keptSimilarities;
  }

  /**
   * Changes of the losses [n] when embeddings change by {@code T V} for some orthonormal V [r,E].
   *
   * @param similarities as {@link #similarities} gives them
   * @param coordinates B [n,r], as {@link #coordinates} gives them
   * @param moved T [n,r]
   * @param movedSimilarities {@code T V n(P)^T} [n,C*K]; overwritten
   */
  double[] lossChanges(
      double[] similarities, double[] coordinates, double[] moved, double[] movedSimilarities) {
    double[] movedSquares = squares.clone();
    int rank = moved.length / labels.length;
    for (int i = 0; i < moved.length; i++) {
      movedSquares[i / rank] += moved[i] * (2 * coordinates[i] + moved[i]);
    }
    for (int i = 0; i < similarities.length; i++) {
      movedSimilarities[i] += similarities[i];
    }
    double[] changes = losses(movedSimilarities, movedSquares);
    for (int i = 0; i < changes.length; i++) {
      changes[i] -= losses[i];
    }
    return changes;
  }

  /** Losses of embeddings with these similarities, which become cosines, and squared lengths. */
  private double[] losses(double[] similarities, double[] squaredLengths) {
    int count = proxyColumns.columns();
    for (int i = 0; i < labels.length; i++) {
      double length = Math.sqrt(Math.max(0, squaredLengths[i]));
      double factor = 1 / Math.max(length, UnitRows.SHORTEST);
      for (int k = i * count; k < (i + 1) * count; k++) {
        similarities[k] *= factor;
      }
    }
    return loss.perSampleFromCosines(similarities, labels);
  }
}
