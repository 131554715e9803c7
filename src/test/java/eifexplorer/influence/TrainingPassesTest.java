package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.HeapShare;
import eifexplorer.job.JobContext;
import eifexplorer.math.ColumnTile;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.SampleBlock;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.Kernels;
import eifexplorer.training.HeadHistory;
import eifexplorer.training.LossSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three tiles of training samples and a bit, of which none, some or all are kept. */
class TrainingPassesTest {
  private static final JobContext QUIET = JobContext.unattended();
  private static final InfluenceQuery QUERY = InfluenceQuery.pair(0, 1);
  private static final int TRAIN = 3 * ColumnTile.WIDTH + 5;
  private static final int FEATURES = 4;
  private static final int SIZE = 3;
  private static final int CLASSES = 5;

  private static float[] floats(int n, long seed) {
    float[] values = new float[n];
    Random random = new Random(seed);
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private EmbeddingBundle bundle() {
    FeatureMatrix train = new HeapFeatures(floats(TRAIN * FEATURES, 1), TRAIN, FEATURES);
    return new EmbeddingBundle(
        train,
        IntStream.range(0, TRAIN).map(i -> i % CLASSES).toArray(),
        new HeapFeatures(floats(6 * FEATURES, 2), 6, FEATURES),
        IntStream.range(0, 6).map(i -> i % 2).toArray(),
        new EmbeddingHead(floats(SIZE * FEATURES, 3), floats(SIZE, 4)),
        new Proxies(floats(CLASSES * SIZE, 5), SIZE, 1),
        List.of(),
        List.of());
  }

  /** One tile's cosines; derivatives, which are larger, are kept of fewer. */
  private static final long ONE_TILE = 11L * Float.BYTES * ColumnTile.WIDTH;

  private InfluenceEstimator make(String id, TrainingPasses passes, Map<String, String> options) {
    return InfluenceEstimators.standard().create(id, passes, options);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eif",
        "if",
        "if-exact",
        "gradient-dot",
        "gradient-cosine",
        "representer",
        "self-influence"
      })
  void whatIsKeptChangesNoNumber(String id) {
    double[] all =
        make(
                id,
                new TrainingPasses(
                    new JavaMatrixMath(), bundle(), LossSpec.PROXY_NCA, Long.MAX_VALUE / 2),
                Map.of())
            .estimate(QUERY, QUIET)
            .influences();
    for (long mostBytes : new long[] {0, ONE_TILE, 2 * ONE_TILE + 1}) {
      InfluenceEstimator less =
          make(
              id,
              new TrainingPasses(new JavaMatrixMath(), bundle(), LossSpec.PROXY_NCA, mostBytes),
              Map.of());
      for (int time = 1; time <= 2; time++) {
        assertArrayEquals(
            all, less.estimate(QUERY, QUIET).influences(), id + ", " + mostBytes + ", " + time);
      }
    }
  }

  private static double[] scores(TrainingPasses passes) {
    return new EifEstimator(passes, EifParameters.DEFAULT).estimate(QUERY, QUIET).influences();
  }

  private static TrainingPasses keptIn(EmbeddingBundle model, Path folder) {
    return keptIn(Kernels.JAVA, model, folder);
  }

  private static TrainingPasses keptIn(Kernels kernels, EmbeddingBundle model, Path folder) {
    return new TrainingPasses(
        kernels.math(), model, LossSpec.PROXY_NCA, 0, () -> Optional.of(folder));
  }

  @Test
  void cosinesInAFileChangeNoNumberAndAreFoundAgain(@TempDir Path folder) throws IOException {
    EmbeddingBundle model = bundle();
    double[] expected = scores(new TrainingPasses(model, LossSpec.PROXY_NCA));

    TrainingPasses first = keptIn(model, folder);
    assertArrayEquals(expected, scores(first));
    assertArrayEquals(expected, scores(first));
    FileTime written = Files.getLastModifiedTime(folder.resolve("samples.npz"));
    assertArrayEquals(expected, scores(keptIn(model, folder)));
    assertEquals(written, Files.getLastModifiedTime(folder.resolve("samples.npz")));
  }

  @Test
  void allKernelsWriteAndReadTheSameFileOfCosines(@TempDir Path folder) throws IOException {
    EmbeddingBundle model = bundle();
    double[] expected = scores(keptIn(Kernels.JAVA, model, folder));
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    Path samples = folder.resolve("samples.npz");
    FileTime written = Files.getLastModifiedTime(samples);

    double[] read = scores(keptIn(Kernels.TORCH, model, folder));
    FileTime afterwards = Files.getLastModifiedTime(samples);
    Files.delete(samples);
    double[] own = scores(keptIn(Kernels.TORCH, model, folder));

    assertArrayEquals(expected, read, 1e-5 * largest);
    assertEquals(written, afterwards);
    assertArrayEquals(expected, own, 1e-5 * largest);
    assertArrayEquals(own, scores(keptIn(Kernels.JAVA, model, folder)), 1e-5 * largest);
    assertEquals(true, Files.exists(samples));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cosines.npy", "samples.npz"})
  void aDamagedFileOfCosinesIsWrittenAgain(String file, @TempDir Path folder) throws IOException {
    EmbeddingBundle model = bundle();
    double[] expected = scores(keptIn(model, folder));
    byte[] whole = Files.readAllBytes(folder.resolve(file));
    Files.delete(folder.resolve(file));
    Files.write(folder.resolve(file), Arrays.copyOf(whole, whole.length / 2));

    assertArrayEquals(expected, scores(keptIn(model, folder)));
    assertEquals(whole.length, Files.size(folder.resolve(file)));
  }

  @Test
  void whereNoFileCanBeWrittenCosinesAreComputedAgain(@TempDir Path folder) throws IOException {
    EmbeddingBundle model = bundle();
    Path noFolder = Files.writeString(folder.resolve("file"), "no folder");

    assertArrayEquals(
        scores(new TrainingPasses(model, LossSpec.PROXY_NCA)), scores(keptIn(model, noFolder)));
  }

  @Test
  void aSampleThatIsNotFiniteIsNamedWhereverCosinesAreKept(@TempDir Path folder) {
    EmbeddingBundle model = bundle();
    float[] values = model.trainFeatures().toArray();
    values[(ColumnTile.WIDTH + 7) * FEATURES] = Float.POSITIVE_INFINITY;
    EmbeddingBundle broken =
        model.with(made -> made.trainFeatures(new HeapFeatures(values, TRAIN, FEATURES)));
    for (TrainingPasses passes :
        List.of(
            keptIn(broken, folder),
            new TrainingPasses(new JavaMatrixMath(), broken, LossSpec.PROXY_NCA, 0),
            new TrainingPasses(broken, LossSpec.PROXY_NCA))) {
      ProblemException problem = assertThrows(ProblemException.class, () -> scores(passes));
      assertEquals(
          "The loss of training sample 519 is NaN. Check its features for values that are not"
              + " finite.",
          problem.getMessage());
    }
  }

  @Test
  void whatIsKeptOfARunsEpochsChangesNoNumber(@TempDir Path folder) {
    EmbeddingBundle model = bundle();
    HeadHistory history = new HeadHistory(folder);
    history.keep(1, new HeadHistory.State(model.head(), model.proxies(), 0.5));
    history.keep(2, new HeadHistory.State(model.head(), model.proxies(), 0.25));
    Map<String, String> options = Map.of("epochs", folder.toString());
    TrainingPasses none = new TrainingPasses(new JavaMatrixMath(), model, LossSpec.PROXY_NCA, 0);
    TrainingPasses all =
        new TrainingPasses(new JavaMatrixMath(), model, LossSpec.PROXY_NCA, Long.MAX_VALUE / 2);

    assertArrayEquals(
        make("tracin", all, options).estimate(QUERY, QUIET).influences(),
        make("tracin", none, options).estimate(QUERY, QUIET).influences());
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void lossesThatEifKeepsServeTheOthersAndChangeNoNumber(Kernels kernels) {
    for (String id : List.of("if", "gradient-dot")) {
      TrainingPasses alone = new TrainingPasses(kernels.math(), bundle(), LossSpec.PROXY_NCA);
      double[] expected = make(id, alone, Map.of()).estimate(QUERY, QUIET).influences();
      assertEquals(Optional.empty(), alone.losses(0));

      TrainingPasses after = new TrainingPasses(kernels.math(), bundle(), LossSpec.PROXY_NCA);
      make("eif", after, Map.of()).estimate(QUERY, QUIET);
      assertTrue(after.losses(0).isPresent());
      assertArrayEquals(expected, make(id, after, Map.of()).estimate(QUERY, QUIET).influences());
    }
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void samplesOfSeveralTilesAreThoseOfTheTiles(Kernels kernels) {
    TrainingDerivatives training =
        new TrainingPasses(kernels.math(), bundle(), LossSpec.PROXY_NCA).derivatives();
    int width = training.first(1);
    int from = Math.min(width, TRAIN) - 3;

    GradientTile some = training.tile(from, TRAIN);

    double[][] expected = new double[TRAIN - from][];
    double[][] actual = new double[TRAIN - from][];
    for (int i = from; i < TRAIN; i++) {
      expected[i - from] = values(training.tile(i / width), i % width);
      actual[i - from] = values(some, i - from);
    }
    assertArrayEquals(expected, actual);
  }

  private static double[] values(GradientTile tile, int sample) {
    return DoubleStream.concat(
            DoubleStream.of(tile.labels()[sample], tile.lengths()[sample]),
            Stream.of(tile.units(), tile.probabilities(), tile.pulls())
                .flatMap(block -> Arrays.stream(block.columns()))
                .mapToDouble(column -> column[sample]))
        .toArray();
  }

  @Test
  void noMoreIsKeptThanThereIsRoomFor() {
    TrainingDerivatives some =
        new TrainingPasses(
                new JavaMatrixMath(),
                bundle(),
                LossSpec.PROXY_NCA,
                HeapShare.PASSES.beside(HeapShare.DERIVATIVES, 2 * ONE_TILE))
            .derivatives();
    some.products(new float[SIZE][FEATURES], QUIET);

    assertSame(some.tile(0), some.tile(0));
    assertSame(some.tile(1), some.tile(1));
    assertTrue(some.tile(2) != some.tile(2));
  }

  /** The first tile as it is kept, which the pass that computes it does not see. */
  private static GradientTile kept(TrainingPasses passes) {
    passes.derivatives().tile(0);
    return passes.derivatives().tile(0);
  }

  /** What was closed twice would fail, and what is used after it was freed would end the process. */
  @ParameterizedTest
  @EnumSource(Kernels.class)
  void aClosedModelComputesAgainWhatIsAsked(Kernels kernels) {
    TrainingPasses passes = new TrainingPasses(kernels.math(), bundle(), LossSpec.PROXY_NCA);
    List<InfluenceEstimator> estimators =
        Stream.of("eif", "gradient-dot").map(id -> make(id, passes, Map.of())).toList();
    for (InfluenceEstimator estimator : estimators) {
      double[] expected = estimator.estimate(QUERY, QUIET).influences();

      double[] closedMeanwhile =
          passes.using(
              () -> {
                GradientTile kept = kept(passes);
                passes.close();
                assertSame(kept, kept(passes));
                return estimator.estimate(QUERY, QUIET).influences();
              });

      assertArrayEquals(expected, closedMeanwhile);
      assertArrayEquals(expected, estimator.estimate(QUERY, QUIET).influences());
    }
  }

  @Test
  void whatIsKeptGoesWhenTheLastOneIsDoneWithIt() {
    TrainingPasses passes = new TrainingPasses(bundle(), LossSpec.PROXY_NCA);
    GradientTile first = kept(passes);
    passes.using(
        () -> {
          passes.using(
              () -> {
                passes.close();
                return first;
              });
          assertSame(first, kept(passes));
          return first;
        });
    GradientTile second = kept(passes);

    assertNotSame(first, second);
    assertSame(second, passes.using(() -> kept(passes)));
    assertSame(second, kept(passes));
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void anotherLastLayerSharesTheFeaturesAndScoresAsAlone(Kernels kernels) {
    EmbeddingBundle model = bundle();
    EmbeddingHead head = new EmbeddingHead(floats(SIZE * FEATURES, 7), floats(SIZE, 8));
    EmbeddingBundle other = model.with(made -> made.head(head));
    TrainingPasses passes = new TrainingPasses(kernels.math(), model, LossSpec.PROXY_NCA);
    double[] own = scores(passes);

    TrainingPasses at = passes.at(head, model.proxies(), ONE_TILE);

    assertSame(passes.features().block(0), at.features().block(0));
    assertArrayEquals(
        scores(new TrainingPasses(kernels.math(), other, LossSpec.PROXY_NCA)), scores(at));
    at.close();
    assertArrayEquals(own, scores(passes));
  }

  @Test
  void featuresAreKeptIfAllOfThemFitBesideTheCosines() {
    long cosines = (long) TRAIN * CLASSES * Float.BYTES;
    long features = (long) TRAIN * FEATURES * Float.BYTES;
    for (long less : new long[] {0, 1}) {
      FeatureBlocks blocks =
          new TrainingPasses(
                  new JavaMatrixMath(), bundle(), LossSpec.PROXY_NCA, cosines + features - less)
              .features();
      SampleBlock first = blocks.block(0);
      assertEquals(less == 0, first == blocks.block(0));
      blocks.close();
      assertNotSame(first, blocks.block(0));
      assertArrayEquals(first.columns(), blocks.block(0).columns());
    }
  }

  @Test
  void whatAnEstimatorMayKeepIsKnownBefore(@TempDir Path folder) {
    EmbeddingBundle model = bundle();
    HeadHistory history = new HeadHistory(folder);
    history.keep(1, new HeadHistory.State(model.head(), model.proxies(), 0.5));
    Map<String, String> epochs = Map.of("epochs", folder.toString());
    TrainingPasses passes =
        new TrainingPasses(
            new JavaMatrixMath(),
            model,
            LossSpec.PROXY_NCA,
            HeapShare.PASSES.beside(HeapShare.ESTIMATORS, 5 * ONE_TILE));
    long most = passes.mostBytes(HeapShare.ESTIMATORS);
    assertEquals(5 * ONE_TILE, most, HeapShare.values().length * 4);

    assertEquals(0, make("eif", passes, Map.of()).mostKept());
    assertEquals(0, make("gradient-dot", passes, Map.of()).mostKept());
    assertEquals(
        4 * ONE_TILE + 2L * Float.BYTES * SIZE * FEATURES,
        make("tracin", passes, epochs).mostKept());
    assertEquals((long) TRAIN * SIZE * Float.BYTES, make("trak", passes, Map.of()).mostKept());
    assertEquals(most, make("if", passes, Map.of()).mostKept());
  }

  @Test
  void estimatorsOfOneModelShareWhatTheyCompute() {
    TrainingPasses passes = new TrainingPasses(bundle(), LossSpec.PROXY_NCA);

    assertSame(passes.projections(), passes.projections());
    assertSame(passes.derivatives(), passes.derivatives());
    assertEquals(
        List.of(3, 1),
        List.of(
            make("eif", passes, Map.of("thetas", "3")).estimate(QUERY, QUIET).thetas(),
            make("eif", passes, Map.of("thetas", "1")).estimate(QUERY, QUIET).thetas()));
  }
}
