package eifexplorer.review;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.job.JobContext;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.Tolerance;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourVoteGoldenTest {
  private static final Tolerance SCORES = new Tolerance(1e-6, 1e-4);

  @ParameterizedTest
  @ValueSource(strings = {"07_knn_relabel.npz", "07_field_study.npz"})
  void scoresAndBestLabelsAreTheReferences(String file) {
    boolean relabel = file.contains("relabel");
    try (Npz npz = GoldenFiles.open(file)) {
      NdArray rows = npz.array("X");
      int[] queries =
          relabel ? npz.array("harmful").ints() : IntStream.range(0, rows.axis(0)).toArray();
      NdArray scores = npz.array(relabel ? "pred_scores" : "scores");
      NeighbourVote vote =
          new NeighbourVote(
              new NeighbourIndex(new HeapFeatures(rows.floats(), rows.axis(0), rows.axis(1))),
              npz.array(relabel ? "labels_noisy" : "y").ints());

      List<List<LabelShare>> votes = vote.of(queries, JobContext.unattended());

      assertEquals(npz.array("knn_k").ints()[0], vote.neighbours());
      SCORES.check("scores", scores.doubles(), dense(votes, scores.axis(1)));
      assertArrayEquals(
          npz.array(relabel ? "pred_top1" : "relabel").ints(),
          votes.stream().mapToInt(shares -> shares.get(0).label()).toArray());
    }
  }

  private static double[] dense(List<List<LabelShare>> votes, int classes) {
    double[] dense = new double[votes.size() * classes];
    for (int q = 0; q < votes.size(); q++) {
      for (LabelShare share : votes.get(q)) {
        dense[q * classes + share.label()] = share.share();
      }
    }
    return dense;
  }
}
