package eifexplorer.projection;

import eifexplorer.embedding.Metric;
import eifexplorer.embedding.NearestNeighbours;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;

/** The k nearest other points of every point, nearest first [n,k]; immutable. */
public final class Neighbourhood {
  private final int k;
  private final int[] indices;
  private final float[] distances;

  /**
   * Takes over arrays [n,k]; the caller must not change them afterwards.
   *
   * @throws IllegalArgumentException if an index is no point or the lengths don't fit
   */
  Neighbourhood(int k, int[] indices, float[] distances) {
    if (k < 1 || indices.length % k != 0 || distances.length != indices.length) {
      throw new IllegalArgumentException(k + ", " + indices.length + ", " + distances.length);
    }
    int n = indices.length / k;
    for (int index : indices) {
      if (index < 0 || index >= n) {
        throw new IllegalArgumentException("Neighbour " + index + " of " + n + " points");
      }
    }
    this.k = k;
    this.indices = indices;
    this.distances = distances;
  }

  /**
   * Searches exactly.
   *
   * @param k wanted; fewer where there are not so many other points
   */
  static Neighbourhood search(
      ProjectionPoints points, Metric metric, int k, MatrixMath math, JobContext context) {
    int kept = Math.min(k, points.size() - 1);
    NeighbourTable table = new NearestNeighbours(math).within(points.rows(), metric, kept, context);
    int[] indices = new int[points.size() * kept];
    float[] distances = new float[indices.length];
    for (int i = 0; i < points.size(); i++) {
      for (int j = 0; j < kept; j++) {
        indices[i * kept + j] = table.index(i, j);
        distances[i * kept + j] = (float) Math.max(0, table.distance(i, j));
      }
    }
    return new Neighbourhood(kept, indices, distances);
  }

  /** n. */
  public int size() {
    return indices.length / k;
  }

  /** k. */
  public int k() {
    return k;
  }

  /** The point that is nearest to a point but for {@code place} others. */
  public int index(int point, int place) {
    return indices[point * k + place];
  }

  /** How far it is away. */
  public float distance(int point, int place) {
    return distances[point * k + place];
  }

  int[] indices() {
    return indices.clone();
  }

  float[] distances() {
    return distances.clone();
  }
}
