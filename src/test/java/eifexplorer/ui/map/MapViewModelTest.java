package eifexplorer.ui.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.Job;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.projection.KeptMap;
import eifexplorer.projection.Layout;
import eifexplorer.projection.LayoutStore;
import eifexplorer.projection.MapCard;
import eifexplorer.projection.MapCardBuilder;
import eifexplorer.projection.PlaneView;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.MapRequest;
import eifexplorer.session.SessionMaps;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.marks.OpenPairViewModel;
import eifexplorer.ui.screen.Navigation;
import eifexplorer.ui.screen.Page;
import eifexplorer.ui.screen.Preferences;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.testing.ComputedSurvey;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededInsights;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MapViewModelTest {
  @TempDir Path folder;

  private final List<Request> asked = new ArrayList<>();
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final MarksViewModel marks = new MarksViewModel(jobs, notices);
  private final OpenPairViewModel openPair = new OpenPairViewModel();
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final MapImages images = new MapImages(session);
  private MapViewModel map;

  /** Notes what is asked for. */
  private final class AskedNavigation implements Navigation {
    @Override
    public void turnTo(Page page) {}

    @Override
    public void home() {}

    @Override
    public void back() {}

    @Override
    public boolean ask(Request request) {
      return asked.add(request);
    }

    @Override
    public void reopen() {}

    @Override
    public void refresh() {}

    @Override
    public void openWorkspace(Path workspace) {}

    @Override
    public void openModel(String modelId) {}

    @Override
    public void openMade(
        String title, Path made, Job<ExplorerSession> job, Runnable shown, Runnable notShown) {}
  }

  @BeforeEach
  void open() {
    map = model();
    map.camera().resize(600, 400);
    show(images);
  }

  private ScreenContext context() {
    return new ScreenContext(
        jobs,
        notices,
        marks,
        new Preferences(new SettingsFile(folder), jobs, failure -> {}),
        new AskedNavigation(),
        openPair);
  }

  private MapViewModel model() {
    return new MapViewModel(
        context(),
        new MapServices(
            new SessionMaps(new JavaMatrixMath()),
            SeededInsights::new,
            SmallWorkspace.explorer(folder).reviews()::suspects,
            ComputedSurvey::survey,
            (workspace, modelId, job) -> session));
  }

  private void show(MapImages of) {
    map.layout()
        .wantedProperty()
        .set(
            new MapRequest(
                MapRequest.DEFAULT.source(),
                MapRequest.DEFAULT.options().withEpochs(20),
                Optional.empty()));
    map.show(of);
    map.enter();
  }

  private Layout layout() {
    return map.shownProperty().get().layout();
  }

  private PlaneView view() {
    return map.camera().viewProperty().get();
  }

  private void click(int point) {
    map.camera().viewProperty().set(view().at(layout().x(point), layout().y(point), 1e6));
    map.click(map.shownProperty().get(), 300, 200);
  }

  private ConfusionPair pair() {
    return session.pairs().get(0);
  }

  @Test
  void aSmallSessionIsLaidOutUnasked() {
    assertEquals(images.size(), layout().size());
    assertTrue(map.layout().qualityText().startsWith("keep@15 "), map.layout().qualityText());
  }

  @Test
  void ofTooFewImagesNoMapIsTried() {
    EmbeddingBundle all = session.bundle();
    int columns = all.trainFeatures().columns();
    EmbeddingBundle few =
        all.with(
            bundle ->
                bundle
                    .trainFeatures(new HeapFeatures(new float[2 * columns], 2, columns))
                    .trainLabels(new int[] {0, 1})
                    .testFeatures(new HeapFeatures(new float[2 * columns], 2, columns))
                    .testLabels(new int[] {4, 5}));
    ExplorerSession four =
        new ExplorerSession(
            "four",
            Optional.empty(),
            session.dataset(),
            few,
            session.loss(),
            "four",
            session.confusions(),
            session.estimator());

    show(new MapImages(four));

    assertEquals(
        "A map needs at least 5 images; this data set has 4.",
        map.layout().troubleProperty().get());
  }

  @Test
  void nothingIsSaidOfTheMapBeforeOnceAnotherIsOnItsWay() {
    List<String> said = new ArrayList<>();
    map.shownProperty()
        .addListener(
            (value, old, now) -> said.add(map.layout().cardText() + map.layout().qualityText()));
    map.layout()
        .wantedProperty()
        .set(
            new MapRequest(
                MapRequest.DEFAULT.source(),
                MapRequest.DEFAULT.options().withEpochs(21),
                Optional.empty()));

    map.layout().make();

    assertEquals(Set.of(""), Set.copyOf(said));
    assertTrue(map.layout().qualityText().startsWith("keep@15 "), map.layout().qualityText());
  }

  @Test
  void theWholeMapIsSeenAtFirst() {
    assertTrue(
        IntStream.range(0, layout().size())
            .allMatch(i -> view().shows(layout().x(i), layout().y(i), 0)));
  }

  @Test
  void aClickOnAConfusedImageOpensItsPairWithItsLines() {
    click(images.test(pair().wrong()));

    assertEquals(MapImages.asked(pair()), openPair.pairProperty().get());
    List<InfluenceLine> lines = map.lines().linesProperty().get();
    assertEquals(
        List.of(8L, 8L),
        List.of(
            lines.stream().filter(InfluenceLine::isHarmful).count(),
            lines.stream().filter(line -> !line.isHarmful()).count()));
    assertEquals(1, lines.stream().mapToDouble(InfluenceLine::share).max().orElse(0), 0);
  }

  @Test
  void aNewSessionsPairIsKnownWhenItsImagesAre() {
    openPair.show(MapImages.asked(pair()));
    map = model();
    List<Boolean> known = new ArrayList<>();
    map.imagesProperty().addListener((of, old, now) -> known.add(map.lines().ends().isPresent()));
    show(images);
    assertEquals(List.of(true), known);
  }

  @Test
  void nothingOfTheMapBeforeIsSaidOfTheImagesOfAnotherSession() {
    List<String> said = new ArrayList<>();
    assertTrue(map.text(0).endsWith(" of its 15 neighbours kept"), map.text(0));
    map.imagesProperty().addListener((of, old, now) -> said.add(map.text(0)));

    show(new MapImages(session));

    assertEquals(List.of(images.name(0) + " · " + images.className(images.label(0))), said);
  }

  @Test
  void linesFollowThePairThatIsWalkedTo() {
    List<TestPair> pairs = session.pairs().stream().map(MapImages::asked).toList();
    openPair.listedBy(() -> pairs);
    openPair.show(pairs.get(0));
    List<InfluenceLine> before = map.lines().linesProperty().get();

    map.walk(1);

    assertEquals(pairs.get(1), openPair.pairProperty().get());
    assertNotEquals(before, map.lines().linesProperty().get());
    int[] ends = map.lines().ends().orElseThrow();
    PlaneView target = map.camera().targetProperty().get();
    assertTrue(
        target.shows(layout().x(ends[0]), layout().y(ends[0]), 0)
            && target.shows(layout().x(ends[1]), layout().y(ends[1]), 0));
  }

  @Test
  void whatIsLassoedIsCountedFlaggedReviewedAndExplored() {
    map.pick(map.shownProperty().get(), PlaneRegion.rectangle(-1e6, -1e6, 1e6, 1e6));
    SelectionViewModel picked = map.selection();
    assertEquals("128 images: 64 training, 64 test", picked.text());
    assertEquals(128, picked.now().classes().stream().mapToInt(ClassEntry::count).sum());

    assertFalse(picked.isFlagged());
    picked.toggleFlags();
    assertTrue(picked.isFlagged());
    picked.review();
    picked.explore();

    assertEquals(64, marks.flagged().size());
    assertEquals(new Request.ReviewOnly(Set.copyOf(marks.flagged())), asked.get(0));
    assertEquals(
        List.of(64, 64),
        asked.get(1) instanceof Request.ShowPairsTouching touching
            ? List.of(touching.test().size(), touching.train().size())
            : List.of());
    picked.toggleFlags();
    assertEquals(Set.of(), marks.flagged());
  }

  @Test
  void aPictureThatGrowsWhileTheViewIsOnItsWayKeepsItsSize() {
    map.locate(0);
    PlaneView target = map.camera().targetProperty().get();

    map.camera().resize(900, 500);
    map.camera().pass(target);

    assertEquals(target.resized(900, 500), map.camera().viewProperty().get());
  }

  @Test
  void whatIsGoneToBeforeThePictureHasASizeIsAsNearAsLater() {
    map.camera().fit();
    map.camera().resize(1, 1);
    map.locate(0);
    map.camera().resize(600, 400);

    PlaneView target = map.camera().targetProperty().get();
    assertEquals(
        new PlaneView(layout().x(0), layout().y(0), 6 * map.camera().wholeScale(), 600, 400),
        target);
  }

  @Test
  void flagIsForTheImageThatWasChosenLastAndForThoseThatWerePickedAfterIt() {
    map.pick(map.shownProperty().get(), PlaneRegion.rectangle(-1e6, -1e6, 1e6, 1e6));
    map.choose(0);
    map.toggleFlag();
    assertEquals(Set.of(images.sample(0).path()), marks.flagged());
    assertTrue(map.text(0).endsWith(" · flagged"));

    map.pick(map.shownProperty().get(), PlaneRegion.rectangle(-1e6, -1e6, 1e6, 1e6));
    map.toggleFlag();

    assertEquals(64, marks.flagged().size());
  }

  @Test
  void aHiddenClassIsNeitherPointedAtNorPicked() {
    int point = images.test(pair().wrong());
    map.colours().toggleHidden(images.label(point));

    click(point);
    map.pick(map.shownProperty().get(), PlaneRegion.rectangle(-1e6, -1e6, 1e6, 1e6));

    assertNotEquals(point, map.chosenProperty().get());
    assertEquals(0, map.colours().now().colours()[point]);
    assertEquals(128 - SampleSession.PER_CLASS, map.selection().now().size());
  }

  @Test
  void locatingShowsWhatWasHidden() {
    map.colours().splitProperty().set(ShownSplit.TRAIN);
    int point = images.test(3);
    map.colours().toggleHidden(images.label(point));

    map.locate(point);

    assertEquals(point, map.chosenProperty().get());
    assertTrue(map.colours().isShown(point));
    assertEquals(layout().x(point), map.camera().targetProperty().get().centreX(), 1e-6);
  }

  /** The map on its way to its last frame, shown in one that is turned about. */
  @Test
  void whatWasGoneToStaysInSightWhileTheMapIsLaidOutUntilSomebodyMovesIt() {
    Layout before = layout();
    float[] turned = before.positions().clone();
    for (int i = 0; i < turned.length; i++) {
      turned[i] = -turned[i];
    }
    ShownMap other = ShownMap.unnamed(new Layout(turned, before.trainCount()));
    map.locate(5);

    map.layout().display(other);
    assertEquals(-before.x(5), map.camera().targetProperty().get().centreX(), 1e-6);

    openPair.show(MapImages.asked(pair()));
    map.locatePair();
    map.layout().display(ShownMap.unnamed(before));
    int[] ends = map.lines().ends().orElseThrow();
    double middle = (before.x(ends[0]) + before.x(ends[1])) / 2.0;
    assertEquals(middle, map.camera().targetProperty().get().centreX(), 1e-6);

    map.camera().drag(10, 0);
    map.layout().display(other);
    assertNull(map.camera().targetProperty().get());
  }

  @Test
  void theWholeOfAnotherMapIsSeenAndTheSamePartOfOneThatGoesOn() {
    map.camera().zoom(5, 10, 10);
    MapRequest before = map.layout().wantedProperty().get();
    map.layout()
        .wantedProperty()
        .set(new MapRequest(before.source(), before.options().withSeed(9), Optional.empty()));
    map.layout().make();
    assertEquals(1, map.camera().zoom(), 1e-9);

    map.camera().zoom(5, 10, 10);
    PlaneView part = view();
    map.layout().make();
    assertEquals(part, view());
  }

  @Test
  void whereThereIsNoMapNothingIsExported() {
    MapExport export = new MapExport(map, context());
    assertTrue(export.hasSomething());
    assertTrue(notices.notices().isEmpty());

    map = model();
    assertFalse(new MapExport(map, context()).hasSomething());
    assertEquals(
        "There is no map to export. Lay it out first.", notices.notices().get(0).message());
  }

  @Test
  void theMapCannotBeLostByWheelAndDragging() {
    double whole = map.camera().wholeScale();
    for (int turn = 0; turn < 500; turn++) {
      map.camera().zoom(1.2, 10, 10);
    }
    assertEquals(1000, map.camera().zoom(), 1e-6);

    map.camera().fit();
    map.camera().drag(1e6, -1e6);

    assertEquals(whole, view().scale());
    assertEquals(layout().left(), view().centreX());
    assertEquals(layout().bottom(), view().centreY());
  }

  @Test
  void whatIsLocatedBeforeThereIsAMapIsGoneToThen() {
    map = model();
    map.camera().resize(600, 400);
    map.show(images);
    map.locate(5);
    map.enter();

    assertEquals(5, map.chosenProperty().get());
  }

  @Test
  void chosenClassesStandAgainstGrey() {
    int[] before = map.colours().now().colours();
    map.colours().toggleChosen(0);
    int[] now = map.colours().now().colours();

    assertEquals(before[0], now[0]);
    assertEquals(
        1,
        IntStream.range(0, 128)
            .filter(i -> images.label(i) != 0)
            .map(i -> now[i])
            .distinct()
            .count());
  }

  @ParameterizedTest
  @EnumSource(Colouring.class)
  void everyColouringHasAColourForEveryPoint(Colouring by) {
    map.colours().byProperty().set(by);

    assertEquals(
        by == Colouring.REVISION ? "None is changed: nothing is committed in Review." : "",
        map.colours().troubleText());
    assertTrue(
        Arrays.stream(map.colours().now().colours()).allMatch(colour -> colour >>> 24 == 255));
  }

  @Test
  void aKnotHasAllPairsOfItsClassesAndAClickListsThem() {
    map.lines().toggleAllPairs();
    List<Knot> knots = map.shownProperty().get().knots();
    assertEquals(
        session.pairs().size(), knots.stream().mapToInt(knot -> knot.pairs().size()).sum());
    assertEquals(session.confusions().distinctPairs(), knots.stream().mapToInt(Knot::count).sum());
    Knot knot = knots.get(0);
    map.camera().viewProperty().set(view().at(knot.x(), knot.y(), 1e6));
    map.point(map.shownProperty().get(), 300, 200);
    assertEquals(knot, map.hoveredKnotProperty().get());
    assertEquals(MapViewModel.NONE, map.hoveredProperty().get());

    map.click(map.shownProperty().get(), 300, 200);

    assertEquals(
        knot.pairs().stream().map(ConfusionPair::wrong).collect(Collectors.toSet()),
        asked.get(0) instanceof Request.ShowPairsBeginning beginning ? beginning.test() : Set.of());
  }

  @Test
  void aKnotThatLiesInALargerOneHasADiscFromNearer() {
    ConfusionPair pair = pair();
    Knot large = new Knot(0, 1, 0, 0, Collections.nCopies(9, pair), 9);
    Knot small = new Knot(0, 2, 1, 0, List.of(pair, pair), 2);
    Knot single = new Knot(0, 3, 9, 0, List.of(pair), 1);
    List<Knot> knots = List.of(large, small, single);

    assertEquals(List.of(large), Knot.withDisc(knots, view().at(0, 0, 8)));
    assertEquals(List.of(large, small), Knot.withDisc(knots, view().at(0, 0, 20)));
  }

  @Test
  void aMapOfAnotherModelIsShownAsStaleAndBegunFrom() {
    Workspace workspace =
        Workspace.create(folder.resolve("ws"), "w", DatasetReference.clean("cub", "/data", "", ""));
    ExplorerSession first = SampleSession.in(workspace, folder);
    show(new MapImages(first));
    assertEquals(
        "There is no other map or model in this workspace to compare with, and the model's run"
            + " kept no earlier epochs.",
        map.blend().hintProperty().get());
    float[] before = layout().positions();
    float[] weight = first.bundle().head().weight();
    weight[0] += 0.3f;
    ExplorerSession second = otherHead(first, weight);

    show(new MapImages(second));

    assertTrue(map.layout().staleProperty().get().startsWith("This map is of another model"));
    assertArrayEquals(before, layout().positions());
    assertEquals(
        "This model's map can be compared with others once it is laid out.",
        map.blend().hintProperty().get());
    map.layout().make();
    assertEquals("", map.layout().staleProperty().get());
    MapChoice choice = map.blend().choices().get(0);
    map.blend().compare(choice);
    assertEquals(128, map.blend().comparedProperty().get().common());
    map.blend().shareProperty().set(0.5);
    Layout between = layout();
    map.camera().viewProperty().set(view().at(between.x(7), between.y(7), 1e6));
    assertEquals(7, map.pointAt(map.shownProperty().get(), 300, 200));
  }

  @Test
  void twoMapsSideBySideAreSeenAndPointedAtEachOnItsOwn() {
    Workspace workspace =
        Workspace.create(folder.resolve("ws"), "w", DatasetReference.clean("cub", "/data", "", ""));
    ExplorerSession first = SampleSession.in(workspace, folder);
    show(new MapImages(first));
    float[] weight = first.bundle().head().weight();
    weight[0] += 0.3f;
    show(new MapImages(otherHead(first, weight)));
    map.layout().make();
    map.blend().compare(map.blend().choices().get(0));

    map.blend().sideBySideProperty().set(true);

    ComparedMaps both = map.blend().comparedProperty().get();
    assertEquals(both.before(), map.blend().besideProperty().get());
    assertEquals(both.after(), map.shownProperty().get());
    int moved = both.moved().get(0).point();
    map.locateMoved(moved);
    PlaneView target = map.camera().targetProperty().get();
    for (ShownMap of : List.of(both.before(), both.after())) {
      assertTrue(target.shows(of.layout().x(moved), of.layout().y(moved), 0));
      map.camera().viewProperty().set(view().at(of.layout().x(moved), of.layout().y(moved), 1e6));
      assertEquals(moved, map.pointAt(of, 300, 200));
    }
    map.blend().close();
    assertNull(map.blend().besideProperty().get());
  }

  @Test
  void aMapOfAnEarlierVersionOfTheProgramIsShownAndSaidToBeThat() {
    Workspace workspace =
        Workspace.create(folder.resolve("ws"), "w", DatasetReference.clean("cub", "/data", "", ""));
    ExplorerSession session = SampleSession.in(workspace, folder);
    show(new MapImages(session));
    KeptMap now = map.layout().keptProperty().get();
    FolderTrees.delete(workspace.results());
    MapCard earlier = MapCardBuilder.builder(now.card()).id("0123456789abcdef").build();
    new LayoutStore(workspace).keep(new KeptMap(earlier, now.layout(), now.ids()));

    show(new MapImages(session));

    assertArrayEquals(now.layout().positions(), layout().positions());
    assertTrue(
        map.layout().staleProperty().get().startsWith("This map was laid out by an earlier"),
        map.layout().staleProperty().get());
    map.layout().make();
    assertEquals("", map.layout().staleProperty().get());
  }

  private static ExplorerSession otherHead(ExplorerSession of, float[] weight) {
    return new ExplorerSession(
        of.name(),
        of.workspace(),
        of.dataset(),
        of.bundle().withHead(new EmbeddingHead(weight, of.bundle().head().bias())),
        of.loss(),
        of.modelTitle(),
        of.confusions(),
        of.estimator());
  }

  @Test
  void whatIsPickedIsExported() throws IOException {
    map.pick(map.shownProperty().get(), PlaneRegion.rectangle(-1e6, -1e6, 1e6, 1e6));
    Path file = folder.resolve("picked.csv");

    map.selection().export(file);

    List<String> lines = Files.readAllLines(file);
    assertEquals(List.of("split,index,path,class", 129), List.of(lines.get(0), lines.size()));
  }

  @Test
  void aPictureSaysWhatItIsOfAndHasAllPairsThatAreSeen() throws IOException {
    map.camera().fit();
    map.lines().toggleAllPairs();
    map.colours().byProperty().set(Colouring.KEPT);
    Path file = folder.resolve("map.svg");

    new MapExport(map, context()).write(file);

    String svg = Files.readString(file);
    long curves = svg.lines().mapToLong(line -> line.split("[ \"]Q ?\\d", -1).length - 1).sum();
    assertEquals(images.pairs().size(), curves);
    String words = svg.substring(svg.indexOf(session.modelTitle())).replaceAll("<[^>]*>", " ");
    for (String part :
        List.of(
            "UMAP of the embeddings", "keep@15", "coloured by neighbours kept (", "far means")) {
      assertTrue(words.replaceAll("\\s+", " ").contains(part), words);
    }
  }
}
