package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.CancelAfter;
import eifexplorer.testing.NaiveMatrixMath;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.testing.SeededEstimator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionBuilderTest {
  private static final JobContext QUIET = JobContext.unattended();
  private final SessionBuilder builder = new SessionBuilder(new NaiveMatrixMath());

  /** Queries at 1 and 2, gallery at 1.9 and 5: the second query is nearest to a gallery image of the first's class. */
  private ExplorerSession session(Split first, Split then) {
    List<Sample> test =
        List.of(
            new Sample("a", 0, first),
            new Sample("b", 1, first),
            new Sample("c", 0, then),
            new Sample("d", 1, then));
    List<Sample> train = List.of(new Sample("t", 0, Split.TRAIN), new Sample("u", 1, Split.TRAIN));
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            new HeapFeatures(new float[] {1, 2}, 2, 1),
            new int[] {0, 1},
            new HeapFeatures(new float[] {1, 2, 1.9f, 5}, 4, 1),
            new int[] {0, 1, 0, 1},
            new EmbeddingHead(new float[] {1, 0}, new float[] {0, 1}),
            new Proxies(new float[] {1, 0, 0, 1}, 2, 1),
            List.of(),
            List.of());
    ImageDataset dataset =
        new ImageDataset(
            "shop",
            Optional.empty(),
            List.of(new ClassLabel(0, 1, "x"), new ClassLabel(1, 2, "y")),
            2,
            train,
            test,
            List.of(),
            Optional.empty());
    return builder.build("s", dataset, bundle, LossSpec.PROXY_NCA, "m", QUIET);
  }

  private static List<List<Integer>> indices(ExplorerSession session) {
    return session.pairs().stream().map(SessionBuilderTest::indices).toList();
  }

  private static List<Integer> indices(ConfusionPair pair) {
    return List.of(pair.wrong(), pair.confusedWith());
  }

  @Test
  void queriesAreLookedForInTheGalleryAlone() {
    ExplorerSession pool = session(Split.QUERY, Split.GALLERY);
    ExplorerSession gallery = builder.inGallery(pool, QUIET);

    assertEquals(List.of(List.of(1, 2), List.of(2, 1)), indices(pool));
    assertEquals(List.of(List.of(1, 2)), indices(gallery));
    assertFalse(pool.isInGallery());
    assertTrue(gallery.isInGallery());
    assertEquals(0.5, pool.recallAt1());
    assertEquals(0.5, gallery.recallAt1());
  }

  @Test
  void experimentsOnTheGalleryAreOthersThanThoseOnThePool() {
    ExplorerSession pool = session(Split.QUERY, Split.GALLERY);

    assertNotEquals(ResultKeys.ofModel(pool), ResultKeys.ofModel(builder.inGallery(pool, QUIET)));
  }

  @Test
  void aTestSetWithoutQueriesOrGalleryIsRefused() {
    assertThrows(
        ProblemException.class, () -> builder.inGallery(session(Split.TEST, Split.TEST), QUIET));
    assertThrows(
        ProblemException.class, () -> builder.inGallery(session(Split.QUERY, Split.QUERY), QUIET));
  }

  @Test
  void aClosedSessionGivesBackWhatItKeptAndStillAnswers() {
    ExplorerSession session = session(Split.TEST, Split.TEST);
    KeptEstimators kept = ((InteractiveEstimator) session.estimator()).kept();
    KeptEstimators.Setting setting = new KeptEstimators.Setting("a", Map.of());
    InfluenceEstimator first = kept.get(setting, session::estimator);
    InfluenceScores scores = session.estimator().estimate(InfluenceQuery.pair(0, 1), QUIET);

    session.close();

    assertNotSame(first, kept.get(setting, session::estimator));
    assertArrayEquals(
        scores.influences(),
        session.estimator().estimate(InfluenceQuery.pair(0, 1), QUIET).influences());
  }

  @Test
  void anEstimatorMadeAnewKnowsWhatTheDroppedOneSaid() {
    KeptEstimators kept =
        ((InteractiveEstimator) session(Split.TEST, Split.TEST).estimator()).kept();
    KeptEstimators.Setting setting = new KeptEstimators.Setting("a", Map.of());
    InfluenceQuery query = InfluenceQuery.pair(0, 1);

    InfluenceScores said = kept.interactive(setting, new SeededEstimator(3)).estimate(query, QUIET);

    assertSame(said, kept.interactive(setting, new SeededEstimator(3)).estimate(query, QUIET));
  }

  @Test
  void whatWasForeseenIsNotComputedAgain() {
    InfluenceEstimator estimator = session(Split.TEST, Split.TEST).estimator();
    InfluenceQuery query = InfluenceQuery.pair(1, 2);

    estimator.foresee(query, QUIET);
    InfluenceScores scores = estimator.estimate(query, new CancelAfter(0));

    assertSame(scores, estimator.estimate(query, QUIET));
  }
}
