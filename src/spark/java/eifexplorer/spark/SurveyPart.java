package eifexplorer.spark;

import eifexplorer.array.Npz;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.PairSummary;
import eifexplorer.session.SummaryArrays;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * What some training samples do to a block of pairs.
 *
 * @param hashes of the samples' features as they were read, see {@link eifexplorer.session.FeatureContent#hashes}
 * @param summaries one a pair, of these samples alone
 * @param positive influences [P,n], 0 where they are negative
 */
record SurveyPart(long[] hashes, List<PairSummary> summaries, float[] positive) {
  /** The file's kind. */
  static final String KIND = "survey";

  static SurveyPart read(Npz npz, int pairs, RowPart rows, int trainingSamples) {
    return new SurveyPart(
        npz.array("hashes").longs(),
        SummaryArrays.read(npz, pairs, trainingSamples),
        npz.array("positive").requireShape(pairs, rows.rows().size()).floats());
  }

  void write(OutputStream out) throws IOException {
    Npz.Writer writer = new Npz.Writer(out);
    writer.put("hashes", hashes, hashes.length);
    SummaryArrays.put(writer, summaries);
    int pairs = summaries.size();
    writer.put("positive", positive, pairs, positive.length / pairs);
    writer.finish();
  }

  /** Puts a pair's positive influences at its place. */
  static void put(InfluenceScores scores, int pair, float[] positive) {
    int n = scores.size();
    for (int i = 0; i < n; i++) {
      positive[pair * n + i] = (float) Math.max(0, scores.influence(i));
    }
  }

  /** The samples' harm [n]: over all pairs, the positive influence per the size of the pair's strongest. */
  double[] harm(double[] strongest) {
    int n = positive.length / strongest.length;
    double[] harm = new double[n];
    for (int p = 0; p < strongest.length; p++) {
      for (int i = 0; i < n && strongest[p] > 0; i++) {
        harm[i] += positive[p * n + i] / strongest[p];
      }
    }
    return harm;
  }

  /** True if these are hashes of the same features. */
  boolean isOf(long[] expected) {
    return Arrays.equals(hashes, expected);
  }
}
