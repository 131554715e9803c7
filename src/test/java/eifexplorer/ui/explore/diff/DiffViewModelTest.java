package eifexplorer.ui.explore.diff;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.Confusions;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.model.BackboneSource;
import eifexplorer.model.ModelStore;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.diff.DiffImage;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.session.diff.DiffOrder;
import eifexplorer.session.diff.OtherModels;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.confusions.PairFilter;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.inspector.PairMember;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.FakeOpener;
import eifexplorer.ui.testing.ModelCards;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffViewModelTest {
  @TempDir Path folder;
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final FakeOpener opener = new FakeOpener();
  private final ExploreViewModel explore =
      new ExploreViewModel(
          jobs,
          SeededServices.comparing(opener),
          new MarksViewModel(jobs, notices),
          notices,
          () -> {});
  private final DiffViewModel model = explore.sheets().diff();

  @BeforeEach
  void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
    opener.answer(context -> otherModel());
  }

  /** Right in every second of the session's wrong images, and wrong in one that was right. */
  private ExplorerSession otherModel() {
    int[] labels = session.dataset().testLabels();
    List<ConfusionPair> pairs = new ArrayList<>();
    int[] nearest = rightNeighbours();
    IntStream.range(0, session.pairs().size())
        .filter(p -> p % 2 == 0)
        .mapToObj(p -> session.pairs().get(p))
        .forEach(pairs::add);
    int wrong =
        IntStream.range(0, labels.length)
            .filter(i -> !session.confusions().isWrong(i))
            .findFirst()
            .orElseThrow();
    int taken =
        IntStream.range(0, labels.length)
            .filter(i -> labels[i] != labels[wrong])
            .findFirst()
            .orElseThrow();
    pairs.add(new ConfusionPair(wrong, taken, labels[wrong], labels[taken], 0.25));
    pairs.forEach(pair -> nearest[pair.wrong()] = pair.confusedWith());
    return new ExplorerSession(
        "other",
        Optional.empty(),
        session.dataset(),
        session.bundle(),
        session.loss(),
        "SoftTriple · ResNet-50",
        new Confusions(labels, nearest, pairs),
        session.estimator());
  }

  private static int[] rightNeighbours() {
    Confusions right = SampleSession.withoutPairs().confusions();
    return IntStream.range(0, right.sampleCount()).map(right::nearest).toArray();
  }

  private void compare() {
    model.compareWithBundle(Path.of("other.npz"));
  }

  private int fixed() {
    return session.pairs().size() / 2;
  }

  private List<DiffImage> listed() {
    return requireNonNull(model.listedProperty().get());
  }

  @Test
  void theSheetSaysHowManyAreFixedNewAndStillConfused() {
    compare();

    assertTrue(model.openProperty().get());
    assertEquals(
        List.of("ProxyNCA++ · MobileNet-V2 · epoch 10", "SoftTriple · ResNet-50"),
        List.of(model.beforeText(), model.afterText()));
    assertEquals(
        List.of(
            "Fixed " + fixed(), "New 1", "Still confused " + (session.pairs().size() - fixed())),
        List.of(
            model.kindText(DiffKind.FIXED),
            model.kindText(DiffKind.NEW),
            model.kindText(DiffKind.STILL)));
    assertEquals(
        List.of("R@1", "MAP@R", "NMI"),
        model.metrics().stream().map(DiffViewModel.MetricText::name).toList());
  }

  @Test
  void theOtherWayRoundFixedIsNew() {
    compare();
    model.swap();

    assertEquals(
        List.of("SoftTriple · ResNet-50", "ProxyNCA++ · MobileNet-V2 · epoch 10"),
        List.of(model.beforeText(), model.afterText()));
    assertEquals("New " + fixed(), model.kindText(DiffKind.NEW));
    assertEquals("Fixed 1", model.kindText(DiffKind.FIXED));
  }

  @Test
  void thePairsListCanBeFilteredByWhatBecameOfThem() {
    compare();
    explore
        .pairs()
        .restrictionProperty()
        .set(PairFilter.NONE.withCompared(Optional.of(DiffKind.FIXED)));

    List<Integer> shown =
        explore.pairs().visible().stream().map(item -> item.pair().wrong()).toList();
    assertTrue(shown.stream().allMatch(wrong -> isFixed(wrong)), "Listed as fixed: " + shown);
    assertEquals("fixed", explore.pairs().chips().get(0).text());

    model.stop();

    assertEquals(PairFilter.NONE, explore.pairs().restrictionProperty().get());
  }

  private boolean isFixed(int wrong) {
    List<Integer> all = session.pairs().stream().map(ConfusionPair::wrong).toList();
    return all.indexOf(wrong) % 2 == 1;
  }

  @Test
  void oneKindOfOneClassIsListedInTheChosenOrder() {
    compare();
    model.kindProperty().set(DiffKind.FIXED);
    model.orderProperty().set(DiffOrder.INDEX);
    List<Integer> all = listed().stream().map(DiffImage::before).toList();
    model
        .ofClassProperty()
        .set(
            requireNonNull(model.resultProperty().get()).diff().classes().stream()
                .filter(of -> of.fixed() > 0)
                .findFirst()
                .orElseThrow());

    assertEquals(all.stream().sorted().toList(), all);
    assertEquals(fixed(), all.size());
    assertEquals(
        model.ofClassProperty().get().fixed(), listed().size(), "Images of one class are listed");
  }

  @Test
  void aNewConfusionOpensThoughThePairIsNoneHere() {
    compare();
    model.kindProperty().set(DiffKind.NEW);
    DiffImage image = listed().get(0);

    model.openPair(image);

    PairItem open = explore.pairs().selectedProperty().get();
    assertEquals(
        List.of(image.before(), image.otherBefore()),
        List.of(open.pair().wrong(), open.pair().confusedWith()));
    assertEquals(image.distanceBefore(), open.pair().distance(), 1e-9);
    assertFalse(model.openProperty().get());
    assertSame(open, explore.inspector().shownProperty().get());
    assertFalse(explore.pairs().isConfused(open));
    assertFalse(explore.inspector().rankTextProperty().get().startsWith("rank 1 "));
  }

  @Test
  void whileTheKeyIsHeldTheOtherModelsNearestStandsInTheNeighboursPlace() {
    compare();
    model.kindProperty().set(DiffKind.FIXED);
    DiffImage image = listed().get(0);
    model.openPair(image);
    PairItem before = explore.inspector().shownProperty().get();
    String own = explore.inspector().photoProperty(PairMember.SECOND).get().fileName();
    String distance = explore.inspector().distanceProperty().get();

    assertTrue(explore.inspector().peek().hold());

    assertEquals(
        session.testSample(image.nearestAfter()).fileName(),
        explore.inspector().photoProperty(PairMember.SECOND).get().fileName());
    assertEquals("0.150", explore.inspector().distanceProperty().get());
    assertEquals("rank 1 · same class", explore.inspector().rankTextProperty().get());
    assertSame(before, explore.inspector().shownProperty().get(), "The strips stay");

    explore.inspector().peek().release();

    assertEquals(own, explore.inspector().photoProperty(PairMember.SECOND).get().fileName());
    assertEquals(distance, explore.inspector().distanceProperty().get());
  }

  @Test
  void theListedImagesAreWritten() throws IOException {
    compare();
    model.kindProperty().set(DiffKind.FIXED);
    Path file = folder.resolve("fixed.csv");

    model.export(file);

    List<String> lines = Files.readAllLines(file);
    assertEquals(1 + fixed(), lines.size());
    assertTrue(lines.get(1).startsWith("fixed," + listed().get(0).before() + ","), lines.get(1));
  }

  @Test
  void withoutAComparisonThereIsNothingToPeekAt() {
    assertFalse(explore.inspector().peek().hold());
    assertFalse(model.toggle());

    compare();
    model.stop();

    assertFalse(explore.inspector().peek().hold());
    assertNull(model.resultProperty().get());
    assertEquals("", model.askedProperty().get());
  }

  @Test
  void testSetsWithNothingInCommonAreSaidSo() {
    opener.answer(
        context -> {
          ExplorerSession other = otherModel();
          return new ExplorerSession(
              other.name(),
              Optional.empty(),
              other.dataset().withTest(other.dataset().train()),
              other.bundle(),
              other.loss(),
              other.modelTitle(),
              other.confusions(),
              other.estimator());
        });

    compare();

    assertTrue(
        requireNonNull(model.failureProperty().get())
            .message()
            .startsWith("The two models have no test image in common"),
        model.failureProperty().get().message());
  }

  @Test
  void aModelThatWasAddedSinceIsOffered() {
    Workspace workspace =
        Workspace.create(folder.resolve("ws"), "w", DatasetReference.clean("cub", "/data", "", ""));
    model.show(SampleSession.in(workspace, folder));
    assertEquals(List.of(), List.copyOf(model.choices()));
    float[] weight = session.bundle().head().weight();
    weight[0] += 1;
    new ModelStore(workspace)
        .save(
            ModelCards.card("n", "n", "train"),
            BackboneSource.of(
                BackboneSpec.parse("resnet18/average/layernorm"), StateDict.of(Map.of())),
            new EmbeddingHead(weight, session.bundle().head().bias()),
            session.bundle().proxies());

    model.lookAgain();

    assertEquals(List.of("n"), model.choices().stream().map(OtherModels.Choice::id).toList());
  }
}
