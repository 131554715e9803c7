package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.retrain.HeadComparison;
import eifexplorer.ui.testing.SampleSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
  @TempDir Path folder;
  private ReviewBench bench;
  private CompareViewModel compare;

  @BeforeEach
  void open() {
    bench = ReviewBench.in(folder, new InlineJobRunner());
    bench.model.enter();
    compare = bench.model.compare();
    bench.queue().decisions().choose(1);
    bench.model.staged().messageProperty().set("one moved");
    bench.model.staged().commit();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void headsWithBothLabelsAreComparedOnTheSamePairs() {
    compare.run(0, 1);
    HeadComparison found = compare.comparisonProperty().get();

    assertEquals(
        List.of(0, 1, 1, 3, bench.session.pairs().size()),
        List.of(
            found.before(),
            found.after(),
            found.labelsChanged(),
            found.seeds(),
            found.pairs().size()));
    assertEquals(List.of("recall_at_1", "map_at_r", "nmi"), List.copyOf(found.metrics().keySet()));
  }

  @Test
  void aPairIsOpenedInExplore() {
    compare.run(0, 1);
    HeadComparison.PairChange pair = compare.comparisonProperty().get().pairs().get(0);
    compare.open(pair);
    assertEquals(
        List.of(new TestPair(pair.pair().wrong(), pair.pair().confusedWith())), bench.opened);
  }

  @Test
  void theComparisonStaysWithItsWorkspace() {
    compare.run(0, 1);
    HeadComparison found = compare.comparisonProperty().get();
    bench.model.show(bench.session);
    assertEquals(found, compare.comparisonProperty().get());
    bench.model.show(SampleSession.of(Optional.empty()));
    assertNull(compare.comparisonProperty().get());
  }
}
