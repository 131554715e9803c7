package eifexplorer.projection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.array.Npz;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Metric;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectorTest {
  private static final int COLUMNS = 8;
  private static final int CLASSES = 6;
  private static final JobContext CONTEXT = JobContext.unattended();
  private static final Projector PROJECTOR = new Projector(new JavaMatrixMath());
  private static final ProjectionOptions OPTIONS = ProjectionOptions.DEFAULT.withEpochs(60);

  private static float[] clusters(int n, long seed) {
    Random random = new Random(seed);
    float[] values = new float[n * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      int label = i / COLUMNS % CLASSES;
      values[i] = (float) (random.nextGaussian() * 0.2 + (i % COLUMNS == label ? 3 : 0));
    }
    return values;
  }

  private static ProjectionPoints points(int train, int test, long seed) {
    float[] values = clusters(train + test, seed);
    return ProjectionPoints.of(
        new HeapFeatures(Arrays.copyOf(values, train * COLUMNS), train, COLUMNS),
        new HeapFeatures(
            Arrays.copyOfRange(values, train * COLUMNS, values.length), test, COLUMNS));
  }

  private static Layout layout(ProjectionPoints points, ProjectionOptions options) {
    return PROJECTOR.project(
        points,
        PROJECTOR.neighbours(points, options, CONTEXT),
        options,
        LayoutStart.FRESH,
        frame -> {},
        CONTEXT);
  }

  @ParameterizedTest
  @EnumSource(ProjectionMethod.class)
  void equalSeedsGiveEqualPlacesOnAnyNumberOfThreads(ProjectionMethod method) {
    ProjectionPoints points = points(200, 100, 1);
    ProjectionOptions options = OPTIONS.withMethod(method).withEpochs(20);
    int threads = ComputePool.shared().threads();
    try {
      ComputePool.useThreads(1);
      float[] alone = layout(points, options).positions();
      ComputePool.useThreads(4);
      assertArrayEquals(alone, layout(points, options).positions());
    } finally {
      ComputePool.useThreads(threads);
    }
  }

  @ParameterizedTest
  @CsvSource({"PCA, 1, 0.8", "UMAP, 60, 0.99", "PARAMETRIC_UMAP, 25, 0.8"})
  void imagesOfAClassLieTogether(ProjectionMethod method, int epochs, double share) {
    ProjectionPoints points = points(200, 100, 2);
    Layout layout = layout(points, OPTIONS.withMethod(method).withEpochs(epochs));
    PlaneTree tree = new PlaneTree(layout);
    int same = 0;
    for (int i = 0; i < layout.size(); i++) {
      same += tree.neighbours(i, 1)[0] % CLASSES == i % CLASSES ? 1 : 0;
    }
    assertTrue(same >= share * layout.size(), method + ": " + same);
  }

  /** Cancels a context after so many reports of progress in epochs. */
  private static final class Impatient implements JobContext {
    private int left;

    Impatient(int left) {
      this.left = left;
    }

    @Override
    public void progress(long done, long total, String unit) {
      left -= unit.equals("epochs") || unit.equals("steps") ? 1 : 0;
    }

    @Override
    public void log(String line) {}

    @Override
    public boolean cancelled() {
      return left <= 0;
    }
  }

  private static Workspace workspace(Path folder) {
    return Workspace.create(folder, "w", DatasetReference.clean("cub", "/data", "", ""));
  }

  private static MapCard card(String id) {
    return new MapCard(id, "0".repeat(16), "model", "", 0, "embeddings", OPTIONS, "", "2026");
  }

  private static KeptMap make(Workspace workspace, JobContext context, List<Frame> frames) {
    return make(workspace, OPTIONS.method(), context, frames);
  }

  private static KeptMap make(
      Workspace workspace, ProjectionMethod method, JobContext context, List<Frame> frames) {
    return make(workspace, method, Optional.empty(), context, frames);
  }

  private static KeptMap make(
      Workspace workspace,
      ProjectionMethod method,
      Optional<KeptMap> from,
      JobContext context,
      List<Frame> frames) {
    MapCard card =
        MapCardBuilder.builder(card("1".repeat(16))).options(OPTIONS.withMethod(method)).build();
    ProjectionPoints points = points(60, 40, 3);
    long[] ids = new long[100];
    Arrays.setAll(ids, i -> i);
    return new MapMaker(PROJECTOR, Optional.of(new LayoutStore(workspace)))
        .findOrMake(card, ids, from, () -> points, frames::add, context);
  }

  @ParameterizedTest
  @CsvSource({"UMAP, 25", "PARAMETRIC_UMAP, 7"})
  void whatWasCancelledGoesOnToTheSamePlaces(
      ProjectionMethod method, int done, @TempDir Path folder) {
    Workspace whole = workspace(folder.resolve("whole"));
    Workspace halves = workspace(folder.resolve("halves"));
    KeptMap expected = make(whole, method, CONTEXT, new ArrayList<>());
    List<Frame> frames = new ArrayList<>();
    assertThrows(
        JobCancelledException.class, () -> make(halves, method, new Impatient(done), frames));
    assertEquals(done, frames.get(frames.size() - 1).epoch());
    List<Frame> later = new ArrayList<>();
    KeptMap resumed = make(halves, method, CONTEXT, later);
    assertTrue(later.get(0).epoch() >= done, "began again");
    assertArrayEquals(expected.layout().positions(), resumed.layout().positions());
  }

  @Test
  void whatBeganFromAnEarlierMapGoesOnToTheSamePlaces(@TempDir Path folder) {
    ProjectionMethod method = ProjectionMethod.UMAP;
    Optional<KeptMap> from =
        Optional.of(make(workspace(folder.resolve("from")), CONTEXT, new ArrayList<>()));
    Workspace halves = workspace(folder.resolve("halves"));
    KeptMap expected =
        make(workspace(folder.resolve("whole")), method, from, CONTEXT, new ArrayList<>());
    assertThrows(
        JobCancelledException.class,
        () -> make(halves, method, from, new Impatient(25), new ArrayList<>()));
    KeptMap resumed = make(halves, method, from, CONTEXT, new ArrayList<>());
    assertArrayEquals(expected.layout().positions(), resumed.layout().positions());
  }

  @ParameterizedTest
  @CsvSource({"UMAP, -5, 1", "UMAP, 1000000, 1", "UMAP, 3, NaN", "PARAMETRIC_UMAP, 3, 1"})
  void whatIsDamagedOnTheWayIsMadeFromTheBeginning(
      ProjectionMethod method, int epoch, double learner, @TempDir Path folder) {
    KeptMap expected = make(workspace(folder.resolve("whole")), method, CONTEXT, new ArrayList<>());
    Workspace workspace = workspace(folder.resolve("damaged"));
    Layout layout = new Layout(new float[200], 60);
    new LayoutStore(workspace)
        .keepUnfinished(
            "1".repeat(16),
            new Frame(layout, epoch, 2_000_000, new double[] {learner, learner, learner}));
    KeptMap made = make(workspace, method, CONTEXT, new ArrayList<>());
    assertArrayEquals(expected.layout().positions(), made.layout().positions());
  }

  @Test
  void aCardThatLeadsElsewhereIsPassedOver(@TempDir Path folder) throws IOException {
    Workspace workspace = workspace(folder);
    KeptMap made = make(workspace, CONTEXT, new ArrayList<>());
    Path results = workspace.results();
    String card = Files.readString(results.resolve("1".repeat(16)).resolve("map.json"));
    for (String id : List.of("../../elsewhere", "2".repeat(16), "")) {
      Path other = Files.createDirectories(results.resolve("3".repeat(16)));
      Files.writeString(other.resolve("map.json"), card.replace("1".repeat(16), id));
      assertEquals(List.of(made.card()), new LayoutStore(workspace).list());
    }
  }

  @Test
  void aKeptMapIsFoundAndADamagedOneIsMadeAgain(@TempDir Path folder) throws IOException {
    Workspace workspace = workspace(folder);
    KeptMap made = make(workspace, CONTEXT, new ArrayList<>());
    LayoutStore store = new LayoutStore(workspace);
    assertEquals(List.of(made.card()), store.list());
    assertArrayEquals(
        made.layout().positions(), store.find("1".repeat(16)).orElseThrow().layout().positions());
    Path file = workspace.results().resolve("1".repeat(16)).resolve("map.npz");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 300));
    assertEquals(Optional.empty(), store.find("1".repeat(16)));
    assertArrayEquals(
        made.layout().positions(),
        make(workspace, CONTEXT, new ArrayList<>()).layout().positions());
  }

  @ParameterizedTest
  @ValueSource(floats = {3e38f, -2e9f, Float.NaN})
  void aKeptMapWithAPlaceFarOutIsPassedOver(float place, @TempDir Path folder) throws IOException {
    Workspace workspace = workspace(folder);
    KeptMap made = make(workspace, CONTEXT, new ArrayList<>());
    float[] places = made.layout().positions();
    places[7] = place;
    Path file = workspace.results().resolve("1".repeat(16)).resolve("map.npz");
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      writer.put("positions", places, places.length / 2, 2);
      writer.put("train", new long[] {made.layout().trainCount()}, 1);
      writer.put("ids", made.ids(), made.ids().length);
    }

    assertEquals(Optional.empty(), new LayoutStore(workspace).find("1".repeat(16)));
  }

  @Test
  void pointsFarApartAreSeenAlongTheirDirectionsAllTheSame() {
    float[] values = clusters(100, 3);
    float[] far = values.clone();
    for (int i = 0; i < far.length; i++) {
      far[i] *= (float) 1e15;
    }
    ProjectionOptions options = OPTIONS.withMethod(ProjectionMethod.PCA);

    float[] near = layout(points(values), options).positions();
    float[] places = layout(points(far), options).positions();

    double farthest = 0;
    double factor = 0;
    for (int i = 0; i < places.length; i++) {
      farthest = Math.max(farthest, Math.abs(places[i]));
      factor = Math.max(factor, Math.abs(near[i]));
    }
    assertEquals(1e9, farthest, 100);
    for (int i = 0; i < places.length; i++) {
      assertEquals(Math.abs(near[i]) / factor, Math.abs(places[i]) / farthest, 1e-4);
    }
  }

  private static ProjectionPoints points(float[] values) {
    int rows = values.length / COLUMNS;
    return ProjectionPoints.of(
        new HeapFeatures(Arrays.copyOf(values, rows / 2 * COLUMNS), rows / 2, COLUMNS),
        new HeapFeatures(
            Arrays.copyOfRange(values, rows / 2 * COLUMNS, values.length),
            rows - rows / 2,
            COLUMNS));
  }

  @ParameterizedTest
  @CsvSource({"UMAP, 300, 0.12", "PARAMETRIC_UMAP, 50, 0.12"})
  void aMapBegunFromAnEarlierOneStaysNearIt(ProjectionMethod method, int epochs, double most) {
    ProjectionOptions options = OPTIONS.withMethod(method).withEpochs(epochs);
    ProjectionPoints before = points(60, 40, 4);
    Layout first = layout(before, options);
    float[] moved = before.rows().toArray();
    Random random = new Random(5);
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (0.05 * random.nextGaussian());
    }
    ProjectionPoints after =
        ProjectionPoints.of(
            new HeapFeatures(Arrays.copyOf(moved, 60 * COLUMNS), 60, COLUMNS),
            new HeapFeatures(Arrays.copyOfRange(moved, 60 * COLUMNS, moved.length), 40, COLUMNS));
    float[] start = first.positions();
    start[0] = Float.NaN;
    start[1] = Float.NaN;
    Layout followed =
        PROJECTOR.project(
            after,
            PROJECTOR.neighbours(after, options, CONTEXT),
            options,
            LayoutStart.from(start),
            frame -> {},
            CONTEXT);
    int[] partner = new int[100];
    Arrays.setAll(partner, i -> i);
    double near = LayoutMovement.between(first, followed, partner).mean();
    Layout other = layout(after, options.withSeed(77));
    double far = LayoutMovement.between(first, other, partner).mean();
    assertTrue(near < far && near < most, near + " and " + far);
  }

  @Test
  void groupsThatShareNoNeighbourDoNotDriftApart() {
    Layout layout = layout(points(200, 100, 10), OPTIONS.withEpochs(500));
    double farthest = 0;
    for (int i = 0; i < layout.size(); i++) {
      farthest = Math.max(farthest, Math.hypot(layout.x(i), layout.y(i)));
    }
    assertTrue(farthest < 10, farthest + "");
  }

  @Test
  void turningMirroringAndScalingAreNoMovement() {
    Layout layout = layout(points(60, 40, 6), OPTIONS.withMethod(ProjectionMethod.PCA));
    float[] turned = new float[200];
    for (int i = 0; i < 100; i++) {
      turned[2 * i] = 3 - 2 * layout.y(i);
      turned[2 * i + 1] = 1 - 2 * layout.x(i);
    }
    int[] partner = new int[100];
    Arrays.setAll(partner, i -> i == 7 ? -1 : i);
    LayoutMovement movement = LayoutMovement.between(layout, new Layout(turned, 60), partner);
    assertEquals(0, movement.mean(), 1e-5);
    assertEquals(Double.NaN, movement.moved(7));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1.576943, 0.895061", "0.5, 0.583030, 1.334167", "0, 1.932809, 0.790495"})
  void curveIsThatOfTheAuthors(double minDistance, double a, double b) {
    UmapCurve curve = UmapCurve.of(minDistance);
    assertArrayEquals(new double[] {a, b}, new double[] {curve.a(), curve.b()}, 2e-6);
  }

  @Test
  void powersAreRightToSixDigits() {
    PowerTable table = new PowerTable(0.895);
    for (double x = 1e-30; x < 1e30; x *= 1.37) {
      assertEquals(1, table.of((float) x) / Math.pow((float) x, 0.895), 2e-6);
    }
  }

  @Test
  void aFlatMapOfFlatPointsKeepsEverything() {
    float[] flat = layout(points(60, 40, 8), OPTIONS.withMethod(ProjectionMethod.PCA)).positions();
    ProjectionPoints points =
        ProjectionPoints.of(
            new HeapFeatures(Arrays.copyOf(flat, 120), 60, 2),
            new HeapFeatures(Arrays.copyOfRange(flat, 120, 200), 40, 2));
    Neighbourhood neighbours = PROJECTOR.neighbours(points, OPTIONS, CONTEXT);
    MapQuality own = quality(points, neighbours, new Layout(flat, 60));
    assertArrayEquals(
        new double[] {1, 1, 1}, new double[] {own.kept(), own.kept(99), own.trustworthiness()});
    float[] shuffled = new float[200];
    for (int i = 0; i < 100; i++) {
      shuffled[2 * i] = flat[2 * (i * 37 % 100)];
      shuffled[2 * i + 1] = flat[2 * (i * 37 % 100) + 1];
    }
    MapQuality mixed = quality(points, neighbours, new Layout(shuffled, 60));
    assertTrue(mixed.kept() < 0.5 && mixed.trustworthiness() < 0.9, mixed.trustworthiness() + "");
  }

  private static MapQuality quality(
      ProjectionPoints points, Neighbourhood neighbours, Layout layout) {
    return MapQuality.of(points, neighbours, Metric.EUCLIDEAN, new PlaneTree(layout), CONTEXT);
  }

  @Test
  void nearestPointsAreThoseOfTryingAll() {
    Layout layout = layout(points(150, 50, 9), OPTIONS.withMethod(ProjectionMethod.PCA));
    PlaneTree tree = new PlaneTree(layout);
    for (int i = 0; i < layout.size(); i++) {
      int from = i;
      int[] all =
          IntStream.range(0, layout.size())
              .filter(j -> j != from)
              .boxed()
              .sorted(Comparator.comparingDouble(j -> square(layout, from, j)))
              .limit(5)
              .mapToInt(Integer::intValue)
              .toArray();
      assertArrayEquals(all, tree.neighbours(i, 5));
      assertEquals(i, tree.nearest(layout.x(i), layout.y(i), 1e-3, j -> true));
    }
    assertEquals(PlaneTree.NONE, tree.nearest(1e6, 0, 1, j -> true));
  }

  private static double square(Layout layout, int i, int j) {
    return Math.pow(layout.x(i) - layout.x(j), 2) + Math.pow(layout.y(i) - layout.y(j), 2);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 1, There are 4 points",
    "1, 1, 'There is 1 point, too few'",
    "6, 0, All 6 points are the same",
    "6, NaN, Column 1 of test image 2 is NaN"
  })
  void whatCantBeLaidOutIsRefusedByName(int n, float last, String message) {
    int train = n / 2;
    float[] test = new float[2 * (n - train)];
    test[test.length - 1] = last;
    HeapFeatures first = new HeapFeatures(new float[2 * train], train, 2);
    HeapFeatures second = new HeapFeatures(test, n - train, 2);
    String said =
        assertThrows(ProblemException.class, () -> ProjectionPoints.of(first, second)).getMessage();
    assertTrue(said.contains(message), said);
  }

  @ParameterizedTest
  @EnumSource(ProjectionMethod.class)
  void identicalPointsAndFewPointsAreLaidOut(ProjectionMethod method) {
    float[] values = new float[8 * COLUMNS];
    values[0] = 1;
    ProjectionPoints points =
        ProjectionPoints.of(
            new HeapFeatures(Arrays.copyOf(values, 4 * COLUMNS), 4, COLUMNS),
            new HeapFeatures(new float[4 * COLUMNS], 4, COLUMNS));
    assertEquals(8, layout(points, OPTIONS.withMethod(method)).size());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.1, 0, neighbours", "15, 1.5, 0, min-distance", "15, 0.1, -1, epochs"})
  void optionsOutOfRangeAreRefused(int neighbours, double minDistance, int epochs, String field) {
    String said =
        assertThrows(
                ProblemException.class,
                () ->
                    new ProjectionOptions(
                        ProjectionMethod.UMAP,
                        Metric.EUCLIDEAN,
                        neighbours,
                        minDistance,
                        epochs,
                        1))
            .getMessage();
    assertTrue(said.startsWith(field), said);
  }
}
