package eifexplorer.confusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.NaiveMatrixMath;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfusionFinderTest {
  private static final JobContext QUIET = JobContext.unattended();
  private final ConfusionFinder finder = new ConfusionFinder(new NaiveMatrixMath());

  /** Raw distances decide who is nearest, normalised ones how far the pair is. */
  @Test
  void nearestIsRawDistanceIsNormalised() {
    HeapFeatures embeddings = new HeapFeatures(new float[] {1, 0, 0, 1, 9, 0}, 3, 2);
    Confusions confusions = finder.find(embeddings, new int[] {0, 1, 0}, QUIET);
    assertEquals(
        List.of(new ConfusionPair(0, 1, 0, 1, 2), new ConfusionPair(1, 0, 1, 0, 2)),
        confusions.pairs());
    assertFalse(confusions.isWrong(2));
  }

  @Test
  void bundleGoesThroughItsHead() {
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            new HeapFeatures(new float[] {1}, 1, 1),
            new int[] {0},
            new HeapFeatures(new float[] {0, 1, 5}, 3, 1),
            new int[] {3, 4, 4},
            new EmbeddingHead(new float[] {1, 0}, new float[] {1, 1}),
            new Proxies(new float[] {1, 1}, 2, 1),
            List.of(),
            List.of());
    List<ConfusionPair> pairs = finder.find(bundle, QUIET).pairs();
    assertEquals(List.of(0, 1), pairs.stream().map(ConfusionPair::wrong).toList());
    assertEquals(2 - 2 * 3 / Math.sqrt(10), pairs.get(0).distance(), 1e-12);
  }

  @Test
  void galleryIsNotSearchedFor() {
    HeapFeatures embeddings = new HeapFeatures(new float[] {1, 2, 1.9f, 5}, 4, 1);
    Confusions confusions = finder.findInGallery(embeddings, new int[] {0, 1, 0, 1}, 2, QUIET);
    assertEquals(List.of(new ConfusionPair(1, 2, 1, 0, 0)), confusions.pairs());
    assertEquals(Confusions.NONE, confusions.nearest(3));
    List<ClassSummary> classes = new ConfusionTable(confusions).classes();
    assertEquals(
        List.of(new ClassSummary(1, 1, 1, List.of(0)), new ClassSummary(0, 1, 0, List.of())),
        classes);
  }

  @Test
  void noGalleryIsRefused() {
    HeapFeatures embeddings = new HeapFeatures(new float[2], 2, 1);
    assertThrows(
        ProblemException.class, () -> finder.findInGallery(embeddings, new int[] {0, 1}, 2, QUIET));
  }

  @Test
  void loneSampleIsNotWrong() {
    HeapFeatures embeddings = new HeapFeatures(new float[2], 1, 2);
    assertEquals(List.of(), finder.find(embeddings, new int[] {0}, QUIET).pairs());
  }

  @Test
  void partsOfASearchAreTheWhole() {
    Random random = new Random(3);
    float[] values = new float[60];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    HeapFeatures embeddings = new HeapFeatures(values, 20, 3);
    int[] labels = IntStream.range(0, 20).toArray();

    NearestOfEach parts =
        NearestOfSome.all(
            List.of(
                finder.nearest(embeddings, 0, 7, QUIET), finder.nearest(embeddings, 7, 20, QUIET)));

    assertEquals(finder.find(embeddings, labels, QUIET).pairs(), parts.confusions(labels).pairs());
  }
}
