package eifexplorer.experiment.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.job.JobContext;
import eifexplorer.testing.SmallBundle;
import eifexplorer.testing.SmallInputs;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubsetRetrainingTest {
  /** One batch of 32 an epoch, so that there is one order. */
  private static ExperimentInputs sixtySamples() {
    EmbeddingBundle all = SmallBundle.proxyNca();
    int[] rows = IntStream.range(0, 60).map(i -> 5 * i).toArray();
    return SmallInputs.of(
        new EmbeddingBundle(
            new HeapFeatures(all.trainFeatures().gather(rows), 60, all.trainFeatures().columns()),
            Arrays.stream(rows).map(row -> all.trainLabels()[row]).toArray(),
            all.testFeatures(),
            all.testLabels(),
            all.head(),
            all.proxies(),
            List.of(),
            List.of()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Protocol.class,
      names = {"HALF", "EPOCH"})
  void seedsReorderTheBatchesAndDrawNoOthers(Protocol protocol) {
    SubsetRetraining retraining =
        new SubsetRetraining(sixtySamples(), protocol, List.of(InfluenceQuery.pair(0, 1)));
    JobContext context = JobContext.unattended();
    double[] found = retraining.distances(protocol.subset(0, 60), 0, context);

    assertArrayEquals(found, retraining.distances(protocol.subset(0, 60), 1, context));
    assertNotEquals(found[0], retraining.distances(protocol.subset(1, 60), 0, context)[0]);
  }
}
