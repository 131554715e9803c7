package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.Tolerance;
import org.junit.jupiter.api.Test;

class VoteSharesGoldenTest {
  @Test
  void sharesAreTheReferences() {
    try (Npz golden = GoldenFiles.open("07_knn_relabel.npz")) {
      check(golden, "labels_noisy", "pred_scores", golden.array("harmful").ints(), 12);
    }
    try (Npz golden = GoldenFiles.open("07_field_study.npz")) {
      int[] all = new int[golden.array("y").ints().length];
      for (int i = 0; i < all.length; i++) {
        all[i] = i;
      }
      check(golden, "y", "scores", all, 16);
    }
  }

  private static void check(Npz golden, String labels, String scores, int[] queries, int classes) {
    NdArray x = golden.array("X");
    VoteShares vote =
        VoteShares.of(
            new HeapFeatures(x.floats(), x.axis(0), x.axis(1)),
            golden.array(labels).ints(),
            classes,
            new JavaMatrixMath(),
            JobContext.unattended());
    assertEquals(golden.array("knn_k").ints()[0], vote.k());
    double[] actual = new double[queries.length * classes];
    for (int q = 0; q < queries.length; q++) {
      System.arraycopy(vote.row(queries[q]), 0, actual, q * classes, classes);
    }
    new Tolerance(1e-5, 1e-4).check(scores, golden.array(scores).doubles(), actual);
  }
}
