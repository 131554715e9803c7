package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.job.JobContext;
import eifexplorer.testing.SmallBundle;
import eifexplorer.training.LossSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovedWeightsTest {
  private static final JobContext QUIET = JobContext.unattended();
  private static final InfluenceQuery PAIR = InfluenceQuery.pair(12, 3);

  /** Of influences up to about .01. */
  private static final double ROUNDING = 1e-8;

  private static EifEstimator of(EmbeddingBundle bundle) {
    return new EifEstimator(bundle, LossSpec.PROXY_NCA, EifParameters.DEFAULT.withThetas(3));
  }

  private static MovedWeights sent(MovedWeights weights) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(weights);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (MovedWeights) in.readObject();
    }
  }

  @Test
  void scoresOfPartsOfTheTrainingSamplesAreThoseOfAll() throws Exception {
    EmbeddingBundle bundle = SmallBundle.proxyNca();
    InfluenceScores all = of(bundle).estimate(PAIR, QUIET);
    MovedWeights moved = sent(of(bundle).move(PAIR, QUIET));
    for (int from = 0; from < 300; from += 100) {
      int[] rows = IntStream.range(from, from + 100).toArray();
      EmbeddingBundle part =
          bundle.with(
              kept ->
                  kept.trainFeatures(SelectedRows.of(bundle.trainFeatures(), rows))
                      .trainLabels(
                          Arrays.copyOfRange(bundle.trainLabels(), rows[0], rows[99] + 1)));

      InfluenceScores scores = of(part).estimateMoved(List.of(moved), QUIET).get(0);

      assertEquals(all.distance(), scores.distance());
      // In a tile of other samples the exponentials may be of another length: they round otherwise.
      assertArrayEquals(
          Arrays.copyOfRange(all.influences(), from, from + 100), scores.influences(), ROUNDING);
    }
  }
}
