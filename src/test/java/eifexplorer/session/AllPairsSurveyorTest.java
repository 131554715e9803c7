package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.PairSummary;
import eifexplorer.influence.PairSurvey;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.testing.SmallBundle;
import eifexplorer.testing.SmallInputs;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllPairsSurveyorTest {
  private static final JobContext QUIET = JobContext.unattended();

  @TempDir Path folder;
  private ExplorerSession session;
  private SessionInsights insights;

  /** The reference's world with four times as many test samples: more pairs than a block has. */
  @BeforeEach
  void open() {
    EmbeddingBundle small = SmallBundle.proxyNca();
    Random random = new Random(4);
    float[] test = new float[4 * 150 * 64];
    for (int i = 0; i < test.length; i++) {
      test[i] = small.testFeatures().row(i / 64 % 150)[i % 64] + 2 * (float) random.nextGaussian();
    }
    int[] labels = new int[600];
    Arrays.setAll(labels, i -> small.testLabels()[i % 150]);
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            small.trainFeatures(),
            small.trainLabels(),
            new HeapFeatures(test, 600, 64),
            labels,
            small.head(),
            small.proxies(),
            List.of(),
            List.of());
    Workspace workspace =
        Workspace.create(
            folder.resolve("ws"), "w", DatasetReference.clean("folder", "nowhere", "", ""));
    ExplorerSession unkept =
        new SessionBuilder(new JavaMatrixMath())
            .build("s", SmallInputs.of(bundle).dataset(), bundle, LossSpec.PROXY_NCA, "m", QUIET);
    session =
        new ExplorerSession(
            unkept.name(),
            Optional.of(workspace),
            unkept.dataset(),
            bundle,
            unkept.loss(),
            unkept.modelTitle(),
            unkept.confusions(),
            unkept.estimator());
    insights = new SessionInsights(bundle, LossSpec.PROXY_NCA, new JavaMatrixMath());
  }

  private PairSurvey survey(InfluenceEstimator estimator, JobContext context) {
    return new AllPairsSurveyor(s -> insights, new JavaMatrixMath(), Map.of(), "test")
        .survey(session.withEstimator(estimator), snapshot -> {}, context);
  }

  @Test
  void everyPairIsExplainedAsAlone() {
    PairSurvey survey = survey(session.estimator(), QUIET);
    assertTrue(session.pairs().size() > 150, "pairs: " + session.pairs().size());

    double[] harm = new double[300];
    for (int p = 0; p < session.pairs().size(); p++) {
      PairSummary summary = survey.summaries().get(p);
      InfluenceScores alone =
          session
              .estimator()
              .estimate(
                  InfluenceQuery.pair(summary.pair().first(), summary.pair().second()), QUIET);
      PairSurvey.addHarm(alone, harm);
      assertEquals(session.pairs().get(p).wrong(), summary.pair().first());
      assertArrayEquals(Arrays.copyOf(alone.harmful(), 20), summary.harmful());
      assertArrayEquals(Arrays.copyOf(alone.helpful(), 20), summary.helpful());
      long suspects =
          Arrays.stream(alone.harmful())
              .limit(10)
              .filter(
                  i ->
                      insights.likeliestLabels(i, 1, QUIET).get(0).label()
                          != session.bundle().trainLabels()[i])
              .count();
      assertEquals(suspects, survey.suspects(summary.pair()).getAsInt());
    }
    for (int i = 0; i < harm.length; i++) {
      assertEquals(harm[i], survey.harm(i), 1e-9);
    }
  }

  /** Counts the pairs it is asked for. */
  private final class Counting implements InfluenceEstimator {
    private final InfluenceEstimator eif =
        new EifEstimator(session.bundle(), LossSpec.PROXY_NCA, EifParameters.DEFAULT);
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public String id() {
      return eif.id();
    }

    @Override
    public String title() {
      return eif.title();
    }

    @Override
    public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
      asked.incrementAndGet();
      return eif.estimate(query, context);
    }
  }

  /** Cancelled once so many pairs are explained. */
  private record CancelAfter(int pairs, AtomicInteger done) implements JobContext {
    @Override
    public void progress(long count, long total, String unit) {
      done.set((int) count);
    }

    @Override
    public void log(String line) {}

    @Override
    public boolean cancelled() {
      return done.get() >= pairs;
    }
  }

  @Test
  void aKilledSurveyGoesOnAfterItsLastBlock() {
    assertThrows(
        JobCancelledException.class,
        () -> survey(new Counting(), new CancelAfter(140, new AtomicInteger())));
    Counting second = new Counting();
    PairSurvey resumed = survey(second, QUIET);
    Counting third = new Counting();
    PairSurvey again = survey(third, QUIET);

    assertEquals(session.pairs().size() - 128, second.asked.get());
    assertEquals(0, third.asked.get());
    assertSame(survey(session.estimator(), QUIET), resumed);
    assertSame(resumed, again);
  }

  @Test
  void damagedBlocksAreExplainedAgainAndReplaced() throws IOException {
    PairSurvey whole = survey(new Counting(), QUIET);
    List<Path> blocks = blocks();
    Files.writeString(blocks.get(0), "no archive");
    byte[] second = Files.readAllBytes(blocks.get(1));
    Files.write(blocks.get(1), Arrays.copyOf(second, second.length / 2));
    Counting mending = new Counting();
    PairSurvey mended = survey(mending, QUIET);
    Counting again = new Counting();
    survey(again, QUIET);

    assertEquals(256, mending.asked.get());
    assertEquals(0, again.asked.get());
    assertSame(whole, mended);
  }

  @Test
  void aBlockOfAnotherTrainingSetIsExplainedAgain() throws IOException {
    survey(new Counting(), QUIET);
    Path first = blocks().get(0);
    SurveyFiles files = new SurveyFiles(first.getParent());
    List<InfluenceQuery.TestPair> pairs =
        session.pairs().stream()
            .limit(128)
            .map(pair -> new InfluenceQuery.TestPair(pair.wrong(), pair.confusedWith()))
            .toList();

    assertTrue(files.find(0, pairs, 300).isPresent());
    assertEquals(Optional.empty(), files.find(0, pairs, 299));
  }

  private List<Path> blocks() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("ws/results"))) {
      return all.filter(file -> file.toString().endsWith(".npz")).sorted().toList();
    }
  }

  private static void assertSame(PairSurvey expected, PairSurvey actual) {
    assertEquals(expected.explained(), actual.explained());
    for (int i = 0; i < 300; i++) {
      assertEquals(expected.harm(i), actual.harm(i), 1e-9);
      assertEquals(expected.pairsHarmed(i), actual.pairsHarmed(i));
    }
    for (PairSummary summary : expected.summaries()) {
      assertEquals(expected.mostHarmful(summary.pair()), actual.mostHarmful(summary.pair()));
      assertEquals(expected.suspects(summary.pair()), actual.suspects(summary.pair()));
    }
  }

  @Test
  void snapshotsGrow() {
    List<Integer> explained = new java.util.ArrayList<>();
    new AllPairsSurveyor(s -> insights, new JavaMatrixMath(), Map.of(), "test")
        .survey(session, snapshot -> explained.add(snapshot.explained()), QUIET);

    assertEquals(0, explained.get(0));
    assertEquals(explained.stream().sorted().toList(), explained);
  }
}
