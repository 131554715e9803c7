package eifexplorer.confusion;

import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.job.JobContext;

/**
 * What a test image finds: its nearest neighbour, and the place of the first neighbour of its own class.
 *
 * @param nearest test index of the nearest neighbour; {@link Confusions#NONE} if there is no other image
 * @param rank of the first neighbour of its class, from 1; 0 if there is none
 */
public record QueryRetrieval(int nearest, int rank) {
  /**
   * What a test image finds among the others, by euclidean distance of the raw embeddings; equal distances are ordered by
   * index, as {@link ConfusionFinder} does.
   *
   * @param index embeddings of all test images [M,E]
   * @param labels [M]
   * @param query test index
   * @param from first test index that is searched: 0, or that of the gallery (In-Shop)
   */
  public static QueryRetrieval of(
      NeighbourIndex index, int[] labels, int query, int from, JobContext context) {
    double[] distances = index.distances(query, context);
    int nearest = Confusions.NONE;
    int right = Confusions.NONE;
    for (int i = from; i < distances.length; i++) {
      if (i != query && isNearer(distances, i, nearest)) {
        nearest = i;
      }
      if (i != query && labels[i] == labels[query] && isNearer(distances, i, right)) {
        right = i;
      }
    }
    if (right == Confusions.NONE) {
      return new QueryRetrieval(nearest, 0);
    }
    int rank = 1;
    for (int i = from; i < distances.length; i++) {
      boolean before = distances[i] == distances[right] && i < right;
      if (i != query && (distances[i] < distances[right] || before)) {
        rank++;
      }
    }
    return new QueryRetrieval(nearest, rank);
  }

  private static boolean isNearer(double[] distances, int i, int than) {
    return than == Confusions.NONE || distances[i] < distances[than];
  }

  /** Whether the nearest neighbour has the image's class. */
  public boolean isRight() {
    return rank == 1;
  }
}
