package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.StageAverages;
import eifexplorer.job.JobContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DepthRowsTest {
  private static final int N = SuspectWorld.CLASSES * SuspectWorld.PER_CLASS;

  /** A stage whose columns tell classes apart, in a unit of its own, and one of noise. */
  private static StageAverages stages(SuspectWorld world, float unit) {
    Random random = new Random(8);
    float[] rows = new float[N * 6];
    for (int i = 0; i < rows.length; i++) {
      boolean own = i % 6 == world.truth()[i / 6];
      rows[i] = unit * ((own ? 1 : 0) + .1f * (float) random.nextGaussian());
    }
    return new StageAverages(new HeapFeatures(rows, N, 6), List.of(4, 2));
  }

  @Test
  void everyDepthHasTheSpreadOfOne() {
    SuspectWorld world = new SuspectWorld();
    FeatureMatrix rows = DepthRows.of(world.withStages(stages(world, 1e6f)).bundle());

    assertEquals(List.of(N, 14), List.of(rows.rows(), rows.columns()));
    assertArrayEquals(
        new double[] {1, 1, 1},
        new double[] {spread(rows, 0, 8), spread(rows, 8, 12), spread(rows, 12, 14)},
        1e-5);
  }

  private static double spread(FeatureMatrix rows, int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      double mean = 0;
      for (int i = 0; i < N; i++) {
        mean += rows.row(i)[j] / N;
      }
      for (int i = 0; i < N; i++) {
        sum += (rows.row(i)[j] - mean) * (rows.row(i)[j] - mean) / N / (to - from);
      }
    }
    return Math.sqrt(sum);
  }

  @Test
  void aStageThatNeverChangesIsLeftAsItIs() {
    SuspectWorld world = new SuspectWorld();
    float[] same = new float[N];
    Arrays.fill(same, 3);
    EmbeddingBundle bundle =
        world.withStages(new StageAverages(new HeapFeatures(same, N, 1), List.of(1))).bundle();

    assertEquals(3, DepthRows.of(bundle).row(5)[8]);
  }

  @Test
  void withoutStagesTheFeaturesAreTakenAsTheyAre() {
    EmbeddingBundle bundle = new SuspectWorld().bundle();
    assertSame(bundle.trainFeatures(), DepthRows.of(bundle));
  }

  @Test
  void theUnitOfAStageDoesNotMatterToTheDefaultDetector() {
    SuspectWorld small = new SuspectWorld(3, 17);
    SuspectWorld large = new SuspectWorld(3, 17);
    small.withStages(stages(small, 1));
    large.withStages(stages(large, 1024));

    assertArrayEquals(margins(small), margins(large), 1e-5);
  }

  /** Features that know nothing; the stage alone tells which labels are wrong. */
  @Test
  void theDefaultDetectorFindsWhatOnlyAStageTells() {
    SuspectWorld world = new SuspectWorld(3, 17, 40);
    float[] noise = new float[N * SuspectWorld.FEATURES];
    Random random = new Random(2);
    for (int k = 0; k < noise.length; k++) {
      noise[k] = (float) random.nextGaussian();
    }
    world.withFeatures(new HeapFeatures(noise, N, SuspectWorld.FEATURES));
    double without = DetectionReport.of(scores(world), world.wrong()).averagePrecision();
    world.withStages(stages(world, 1));
    double with = DetectionReport.of(scores(world), world.wrong()).averagePrecision();

    assertEquals(1, with);
    assertTrue(without < .5, () -> "average precision " + without);
  }

  private static SuspectScores scores(SuspectWorld world) {
    return new NoiseModelMargin().scores(world.inputs(), JobContext.unattended());
  }

  private static double[] margins(SuspectWorld world) {
    return scores(world).values();
  }
}
