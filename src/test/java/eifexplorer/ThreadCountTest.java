package eifexplorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.confusion.Confusions;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.embedding.Proxies;
import eifexplorer.embedding.RetrievalMetrics;
import eifexplorer.embedding.RetrievalOptions;
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.review.suspect.ScoreKeeper;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.review.suspect.SuspectInputs;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No number depends on how many threads there are, to the last bit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreadCountTest {
  private static final JobContext QUIET = JobContext.unattended();
  private static final int TRAIN = 900;
  private static final int TEST = 400;
  private static final int CLASSES = 20;
  private static final int FEATURES = 64;
  private static final int SIZE = 24;
  private static final JavaMatrixMath MATH = new JavaMatrixMath();

  private final int threadsBefore = ComputePool.shared().threads();
  private final EmbeddingBundle bundle = bundle();
  private Map<String, Object> alone = Map.of();

  @AfterEach
  void restore() {
    ComputePool.useThreads(threadsBefore);
  }

  private static EmbeddingBundle bundle() {
    Random random = new Random(5);
    float[][] centres = new float[CLASSES][FEATURES];
    for (float[] centre : centres) {
      fill(centre, random);
    }
    float[] weight = fill(new float[SIZE * FEATURES], random);
    float[] bias = fill(new float[SIZE], random);
    float[] proxies = fill(new float[CLASSES * SIZE], random);
    return new EmbeddingBundle(
        samples(TRAIN, centres, random),
        labels(TRAIN),
        samples(TEST, centres, random),
        labels(TEST),
        new EmbeddingHead(weight, bias),
        new Proxies(proxies, SIZE, 1),
        List.of(),
        List.of());
  }

  private static float[] fill(float[] values, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static int[] labels(int count) {
    return IntStream.range(0, count).map(i -> i % CLASSES).toArray();
  }

  private static HeapFeatures samples(int count, float[][] centres, Random random) {
    float[] values = fill(new float[count * FEATURES], random);
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.3f * centres[i / FEATURES % CLASSES][i % FEATURES];
    }
    return new HeapFeatures(values, count, FEATURES);
  }

  private void influence(Map<String, Object> results, Confusions confusions) {
    List<InfluenceQuery> queries =
        confusions.pairs().stream()
            .limit(5)
            .map(pair -> InfluenceQuery.pair(pair.wrong(), pair.confusedWith()))
            .toList();
    for (EstimatorFactory factory : InfluenceEstimators.standard().all()) {
      if (!factory.id().equals("tracin")) {
        List<InfluenceScores> scores =
            factory
                .create(new TrainingPasses(bundle, LossSpec.PROXY_NCA), Map.of())
                .estimateAll(factory.id().equals("eif") ? queries : queries.subList(0, 1), QUIET);
        results.put(
            factory.id(), scores.stream().map(s -> Arrays.hashCode(s.influences())).toList());
      }
    }
  }

  private void neighbours(Map<String, Object> results) {
    FeatureMatrix embeddings = Embeddings.of(bundle.testFeatures(), bundle.head(), MATH, QUIET);
    results.put("embeddings", Arrays.hashCode(embeddings.toArray()));
    NeighbourIndex index = new NeighbourIndex(embeddings);
    NeighbourTable table = index.nearest(new int[] {0, 7, 399}, 9, QUIET);
    results.put(
        "index",
        IntStream.range(0, 27)
            .mapToObj(i -> table.index(i / 9, i % 9) + " " + table.distance(i / 9, i % 9))
            .toList());
    results.put("distances", Arrays.hashCode(index.distances(3, QUIET)));
    results.put(
        "retrieval",
        new RetrievalMetrics(MATH)
            .evaluate(embeddings, bundle.testLabels(), RetrievalOptions.standard(), QUIET)
            .asMap());
  }

  private void suspects(Map<String, Object> results, Confusions confusions) {
    SuspectInputs inputs =
        new SuspectInputs(
            bundle,
            LossSpec.PROXY_NCA,
            confusions,
            new EifEstimator(bundle, LossSpec.PROXY_NCA, EifParameters.DEFAULT),
            Collections.nCopies(TRAIN, Optional.<Path>empty()),
            context -> i -> 0,
            MATH,
            ScoreKeeper.NONE);
    for (String id :
        List.of("centroid", "ridge", "noise-model", "whitened", "knn", "out-of-fold")) {
      results.put(id, SuspectDetectors.byId(id).scores(inputs, QUIET).order());
    }
  }

  private Map<String, Object> results() {
    Map<String, Object> results = new LinkedHashMap<>();
    Confusions confusions = new ConfusionFinder(MATH).find(bundle, QUIET);
    results.put("pairs", confusions.pairs());
    influence(results, confusions);
    neighbours(results);
    suspects(results, confusions);
    results.replaceAll((name, value) -> value instanceof int[] all ? Arrays.hashCode(all) : value);
    return results;
  }

  /** Once for all numbers of threads. */
  @BeforeAll
  void computeAlone() {
    int before = ComputePool.shared().threads();
    ComputePool.useThreads(1);
    alone = results();
    ComputePool.useThreads(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void resultsAreTheSameToTheLastBit(int threads) {
    ComputePool.useThreads(threads);
    assertEquals(alone, results());
  }
}
