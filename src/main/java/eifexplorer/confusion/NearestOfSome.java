package eifexplorer.confusion;

import eifexplorer.embedding.FeatureMatrix;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The nearest neighbours of some test samples, one after the other.
 *
 * @param from index of the first of them
 * @param nearest test index of each one's nearest neighbour [n]; {@link Confusions#NONE} where there is none
 * @param distances squared distance of the unit embeddings to it [n], 0..4; 0 where there is none
 */
public record NearestOfSome(int from, int[] nearest, double[] distances) implements Serializable {
  /** Takes the distances from the raw embeddings of all test samples [M,E]. */
  static NearestOfSome of(FeatureMatrix embeddings, int[] nearest, int from) {
    double[] distances = new double[nearest.length];
    for (int i = 0; i < nearest.length; i++) {
      distances[i] = NearestOfEach.distance(embeddings, from + i, nearest[i]);
    }
    return new NearestOfSome(from, nearest, distances);
  }

  /**
   * The parts put together.
   *
   * @param parts of all test samples, in order
   * @throws IllegalArgumentException if one is missing
   */
  public static NearestOfEach all(List<NearestOfSome> parts) {
    int next = 0;
    for (NearestOfSome part : parts) {
      if (part.from() != next) {
        throw new IllegalArgumentException("samples from " + next + " on are missing");
      }
      next += part.nearest().length;
    }
    return new NearestOfEach(
        parts.stream().flatMapToInt(part -> Arrays.stream(part.nearest())).toArray(),
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.distances())).toArray());
  }
}
