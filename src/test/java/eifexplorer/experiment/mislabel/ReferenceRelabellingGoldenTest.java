package eifexplorer.experiment.mislabel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.job.JobContext;
import eifexplorer.review.NeighbourVote;
import eifexplorer.review.suspect.DetectionReport;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.testing.GoldenFiles;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceRelabellingGoldenTest {
  @Test
  void asManyAreRightAsInTheReference() {
    try (Npz golden = GoldenFiles.open("07_knn_relabel.npz")) {
      NdArray rows = golden.array("X");
      int[] noisy = golden.array("labels_noisy").ints();
      int[] clean = golden.array("labels_clean").ints();
      int[] queries =
          Arrays.stream(golden.array("harmful").ints()).filter(i -> noisy[i] != clean[i]).toArray();
      NeighbourVote vote =
          new NeighbourVote(
              new NeighbourIndex(new HeapFeatures(rows.floats(), rows.axis(0), rows.axis(1))),
              noisy);

      ReferenceRelabelling counted =
          ReferenceRelabelling.of(
              vote.of(queries, JobContext.unattended()),
              IntStream.of(queries).map(i -> noisy[i]).toArray(),
              IntStream.of(queries).map(i -> clean[i]).toArray());

      assertEquals(
          new ReferenceRelabelling(
              golden.array("relabel_correct").ints()[0], golden.array("relabel_total").ints()[0]),
          counted);
    }
  }

  @Test
  void theCurveIsTheReferences() {
    try (Npz golden = GoldenFiles.open("07_knn_relabel.npz")) {
      double[] influence = golden.array("influence").doubles();
      boolean[] wrong = new boolean[influence.length];
      Arrays.stream(golden.array("noisy_indices").ints()).forEach(i -> wrong[i] = true);

      double[] found =
          DetectionReport.foundAfter(
              new SuspectScores(influence, influence),
              wrong,
              IntStream.rangeClosed(1, influence.length).toArray());

      assertArrayEquals(golden.array("cum_overlap").doubles(), found, 1e-12);
    }
  }
}
