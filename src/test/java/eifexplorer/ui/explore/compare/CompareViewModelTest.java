package eifexplorer.ui.explore.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final ExploreViewModel explore =
      new ExploreViewModel(
          jobs, SeededServices.standard(), new MarksViewModel(jobs, notices), notices, () -> {});
  private final CompareViewModel model = explore.sheets().compare();

  @BeforeEach
  void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
  }

  private void against(String id) {
    model.otherProperty().set(factory(id));
  }

  private ComparedInfluence result() {
    return model.resultProperty().get();
  }

  @Test
  void nothingIsComputedBeforeTheSheetIsOpen() {
    explore.pairs().next();

    assertNull(result());
  }

  @Test
  void theStripsEstimatorIsHeldAgainstTheOtherOnTheSamePair() {
    model.toggle();

    double[] expected =
        InfluenceEstimators.standard()
            .create("if", session.bundle(), session.loss(), Map.of())
            .estimate(result().one().query(), JobContext.unattended())
            .influences();
    assertEquals(explore.influence().shownProperty().get(), result().one());
    assertEquals(expected[7], result().other().scores().influence(7), 1e-9 * Math.abs(expected[7]));
  }

  @Test
  void whatTheLossDoesNotAllowGivesWayToAnotherThatExplainsTheModel() {
    ExplorerSession arcFace =
        new ExplorerSession(
            session.name(),
            session.workspace(),
            session.dataset(),
            session.bundle(),
            LossSpec.named("ArcFace"),
            session.modelTitle(),
            session.confusions(),
            session.estimator());
    explore.show(arcFace, PairIndex.of(arcFace), ScopePairs.of(arcFace.confusions()));

    model.toggle();

    assertEquals("trak", model.otherProperty().get().id());
    assertNull(model.failureProperty().get());
    assertNotNull(result());
  }

  @Test
  void headsHaveNamesAndTheUnitOfTheirScores() {
    model.toggle();
    against("gradient-cosine");

    assertEquals(
        List.of(
            "EIF · steps 50" + suffix(result().one().scale().unitText()),
            "Gradient cosine" + suffix(result().other().scale().unitText())),
        List.of(model.ownHead(), model.otherHead()));
  }

  private static String suffix(String unit) {
    return unit.isEmpty() ? "" : " · " + unit;
  }

  @Test
  void anotherPairAndAnotherEstimatorAreComputedAnew() {
    model.toggle();
    double before = result().spearman();
    explore.pairs().next();
    double next = result().spearman();
    against("gradient-cosine");

    assertNotEquals(before, next);
    assertNotEquals(next, result().spearman());
  }

  @Test
  void rowsSayWhichAreInBothAndWhereTheOthersAre() {
    against("gradient-dot");
    model.toggle();
    model.countProperty().set(10);

    List<ComparedItem> own = model.ownItems();
    List<ComparedItem> other = model.otherItems();
    List<Integer> otherIndices = other.stream().map(i -> i.item().trainIndex()).toList();
    for (ComparedItem item : own) {
      assertEquals(otherIndices.contains(item.item().trainIndex()), item.shared());
    }
    assertEquals(
        own.stream().filter(ComparedItem::shared).count(),
        result().shared(InfluenceKind.HARMFUL, 10));
    assertEquals(
        IntStream.rangeClosed(1, own.size()).boxed().toList(),
        own.stream().map(i -> i.item().rank()).toList());
  }

  @Test
  void anEstimatorAgreesWithItself() {
    explore.strips().estimators().choiceProperty().set(factory("gradient-dot"));
    explore.strips().estimators().apply(() -> {});
    against("gradient-dot");
    model.toggle();
    model.countProperty().set(5);

    assertEquals(
        "Spearman 1.00 over 64 images · 5 of the 5 most harmful and 5 of the 5 most helpful in"
            + " both",
        model.text());
    assertEquals("rank 1 there", model.ownItems().get(0).elsewhere());
  }

  private EstimatorFactory factory(String id) {
    return model.choices().offered().stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void choosingARowChoosesItsImageInTheStrips() {
    model.toggle();
    ComparedItem last = model.ownItems().get(model.ownItems().size() - 1);
    model.choose(last.item().trainIndex());

    assertEquals(last.item().trainIndex(), explore.strips().chosenProperty().get().trainIndex());
  }
}
