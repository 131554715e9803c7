package eifexplorer.confusion;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.ComputePool;
import java.util.ArrayList;
import java.util.List;

/**
 * The nearest neighbour of every test sample; it depends on the embeddings alone, so it outlives a changed label. Immutable.
 */
public final class NearestOfEach {
  private final int[] nearest;
  private final double[] distances;

  /**
   * Copies its arguments.
   *
   * @param nearest test index of the nearest neighbour [M]; {@link Confusions#NONE} where there is none
   * @param distances squared distance of the unit embeddings to it [M], 0..4; not looked at where there is none
   * @throws IllegalArgumentException if the lengths differ or an index is outside the test set
   */
  public NearestOfEach(int[] nearest, double[] distances) {
    if (nearest.length != distances.length) {
      throw new IllegalArgumentException(nearest.length + " indices, " + distances.length);
    }
    for (int index : nearest) {
      if (index < Confusions.NONE || index >= nearest.length) {
        throw new IllegalArgumentException("index " + index + " of " + nearest.length);
      }
    }
    this.nearest = nearest.clone();
    this.distances = distances.clone();
  }

  /** Takes the distances from the raw embeddings [M,E]. */
  static NearestOfEach of(FeatureMatrix embeddings, int[] nearest) {
    double[] distances = new double[nearest.length];
    ComputePool.shared()
        .forEach(nearest.length, i -> distances[i] = distance(embeddings, i, nearest[i]));
    return new NearestOfEach(nearest, distances);
  }

  /** Squared distance of two unit embeddings, 0..4; 0 where there is no other. */
  static double distance(FeatureMatrix embeddings, int i, int other) {
    return other == Confusions.NONE
        ? 0
        : Embeddings.normalisedSquaredDistance(embeddings.row(i), embeddings.row(other));
  }

  /** M. */
  public int size() {
    return nearest.length;
  }

  /** Indices [M], a copy. */
  public int[] indices() {
    return nearest.clone();
  }

  /** Distances [M], a copy. */
  public double[] distances() {
    return distances.clone();
  }

  /** The pairs whose labels [M] differ. */
  public Confusions confusions(int[] labels) {
    if (labels.length != nearest.length) {
      throw new IllegalArgumentException(nearest.length + " samples, " + labels.length + " labels");
    }
    List<ConfusionPair> pairs = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      int j = nearest[i];
      if (j != Confusions.NONE && labels[i] != labels[j]) {
        pairs.add(new ConfusionPair(i, j, labels[i], labels[j], distances[i]));
      }
    }
    return new Confusions(labels, nearest, pairs);
  }
}
