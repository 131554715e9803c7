package eifexplorer.session;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.PairSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Summaries of pairs as arrays: {@code pairs [n,2]}, {@code distance [n]}, {@code harmful}, {@code helpful [n,k]} (training
 * indices, strongest first, -1 where there are fewer), {@code harmful_influence}, {@code helpful_influence [n,k]} and {@code
 * suspects [n]}.
 */
public final class SummaryArrays {
  private SummaryArrays() {}

  /** Adds them to an archive. */
  public static void put(Npz.Writer writer, List<PairSummary> summaries) throws IOException {
    int n = summaries.size();
    writer.put("pairs", indices(summaries), n, 2);
    writer.put("distance", summaries.stream().mapToDouble(PairSummary::distance).toArray(), n);
    writer.put("suspects", summaries.stream().mapToLong(PairSummary::suspects).toArray(), n);
    Side.of(
            summaries.stream().map(PairSummary::harmful).toList(),
            summaries.stream().map(PairSummary::harmfulInfluence).toList())
        .write(writer, "harmful", n);
    Side.of(
            summaries.stream().map(PairSummary::helpful).toList(),
            summaries.stream().map(PairSummary::helpfulInfluence).toList())
        .write(writer, "helpful", n);
  }

  /**
   * Those of an archive.
   *
   * @param n number of pairs
   * @param trainingSamples N
   * @throws eifexplorer.problem.ProblemException if an array is missing or of another shape
   * @throws IllegalArgumentException if one names a training image that is not among the N
   */
  public static List<PairSummary> read(Npz npz, int n, int trainingSamples) {
    int[] indices = npz.array("pairs").requireShape(n, 2).ints();
    double[] distance = npz.array("distance").requireShape(n).doubles();
    int[] suspects = npz.array("suspects").requireShape(n).ints();
    Side harmful = Side.read(npz, "harmful", n, trainingSamples);
    Side helpful = Side.read(npz, "helpful", n, trainingSamples);
    List<PairSummary> summaries = new ArrayList<>();
    for (int p = 0; p < n; p++) {
      summaries.add(
          new PairSummary(
              new TestPair(indices[2 * p], indices[2 * p + 1]),
              distance[p],
              harmful.indices(p),
              harmful.influences(p),
              helpful.indices(p),
              helpful.influences(p),
              suspects[p]));
    }
    return summaries;
  }

  private static long[] indices(List<PairSummary> summaries) {
    long[] pairs = new long[2 * summaries.size()];
    for (int p = 0; p < summaries.size(); p++) {
      pairs[2 * p] = summaries.get(p).pair().first();
      pairs[2 * p + 1] = summaries.get(p).pair().second();
    }
    return pairs;
  }

  /** One sign's training images, padded to the same number for every pair [n,k]. */
  private record Side(int k, long[] padded, double[] paddedInfluence) {
    static Side of(List<int[]> indices, List<double[]> influences) {
      int k = indices.stream().mapToInt(row -> row.length).max().orElse(0);
      long[] padded = new long[indices.size() * k];
      double[] paddedInfluence = new double[padded.length];
      Arrays.fill(padded, -1);
      for (int p = 0; p < indices.size(); p++) {
        for (int r = 0; r < indices.get(p).length; r++) {
          padded[p * k + r] = indices.get(p)[r];
          paddedInfluence[p * k + r] = influences.get(p)[r];
        }
      }
      return new Side(k, padded, paddedInfluence);
    }

    static Side read(Npz npz, String name, int n, int trainingSamples) {
      NdArray indices = npz.array(name).requireShape(n, -1);
      long[] padded = indices.longs();
      for (long index : padded) {
        if (index < -1 || index >= trainingSamples) {
          throw new IllegalArgumentException(name + " names the training image " + index);
        }
      }
      int k = padded.length / n;
      return new Side(k, padded, npz.array(name + "_influence").requireShape(n, k).doubles());
    }

    void write(Npz.Writer writer, String name, int n) throws IOException {
      writer.put(name, padded, n, k);
      writer.put(name + "_influence", paddedInfluence, n, k);
    }

    int[] indices(int pair) {
      return Arrays.stream(padded, pair * k, pair * k + k)
          .filter(i -> i >= 0)
          .mapToInt(Math::toIntExact)
          .toArray();
    }

    double[] influences(int pair) {
      return Arrays.copyOfRange(paddedInfluence, pair * k, pair * k + indices(pair).length);
    }
  }
}
