package eifexplorer.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.PairLink;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairFilter;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.confusions.PairOrder;
import eifexplorer.ui.explore.confusions.ReviewState;
import eifexplorer.ui.explore.strips.EstimatorSetting;
import eifexplorer.ui.explore.strips.ExplainedPair;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.InfluenceScope;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.explore.strips.StripViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExploreViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final MarksViewModel marks = new MarksViewModel(jobs, notices);
  private final ExploreViewModel explore = explore();

  private ExploreViewModel explore() {
    return new ExploreViewModel(jobs, SeededServices.standard(), marks, notices, () -> {});
  }

  private void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
  }

  @Test
  void theFirstPairIsExplainedAtOnce() {
    show();

    assertEquals(
        explore.pairs().visible().get(0).pair().wrong(),
        explore.influence().shownProperty().get().query().pairs().get(0).first());
  }

  @Test
  void bothStripsAreFilled() {
    show();

    assertEquals(
        List.of(7, 7),
        List.of(
            explore.strip(InfluenceKind.HARMFUL).page().size(),
            explore.strip(InfluenceKind.HELPFUL).page().size()));
  }

  @Test
  void theMostHarmfulTrainingImageIsChosen() {
    show();

    assertEquals(
        explore.strip(InfluenceKind.HARMFUL).page().get(0), explore.sample().itemProperty().get());
  }

  @Test
  void stepsWalkAStrip() {
    show();

    explore.strips().step(InfluenceKind.HELPFUL, 1);
    explore.strips().step(InfluenceKind.HELPFUL, 1);
    explore.strips().step(InfluenceKind.HELPFUL, 1);

    assertEquals("helpful 3", rank());
  }

  @Test
  void aLinkShowsItsPairConfusedOrNotWithItsEstimatorAndScope() {
    show();
    PairItem chosen = explore.pairs().selectedProperty().get();
    TestPair wanted = new TestPair(chosen.pair().confusedWith(), chosen.pair().wrong());

    explore.showView(
        new PairLink(Path.of("/ws"), "", wanted, "group", "trak", Map.of("lambda", "10")));

    ExplainedPair shown = explore.influence().explainedProperty().get();
    assertEquals(
        List.of(wanted, InfluenceScope.GROUP, new EstimatorSetting("trak", Map.of("lambda", "10"))),
        List.of(
            new TestPair(shown.pair().pair().wrong(), shown.pair().pair().confusedWith()),
            shown.scope(),
            shown.setting()));
  }

  @Test
  void aLinkShowsTheListItWasTakenIn() {
    show();
    PairItem chosen = explore.pairs().selectedProperty().get();
    PairFilter narrow =
        new PairFilter(
            OptionalInt.of(chosen.pair().wrongLabel()),
            OptionalInt.of(chosen.pair().confusedLabel()),
            ReviewState.NOT_REVIEWED,
            OptionalDouble.of(.01),
            OptionalDouble.of(9),
            true,
            2,
            true,
            OptionalInt.of(3),
            true,
            Optional.empty(),
            Optional.empty());
    explore.pairs().restrictionProperty().set(narrow);
    explore.pairs().orderProperty().set(PairOrder.CLASS);
    explore.pairs().filterProperty().set(chosen.wrongClass());
    PairLink link =
        PairLink.parse(
            new PairLink(
                    Path.of("/ws"),
                    "",
                    new TestPair(0, 1),
                    "pair",
                    "",
                    Map.of(),
                    explore.pairs().list())
                .link(),
            InfluenceEstimators.standard());
    explore.pairs().clearFilters();
    explore.pairs().orderProperty().set(PairOrder.NEAREST);

    explore.showView(link);

    assertEquals(
        List.of(narrow, PairOrder.CLASS, chosen.wrongClass()),
        List.of(
            explore.pairs().restrictionProperty().get(),
            explore.pairs().orderProperty().get(),
            explore.pairs().filterProperty().get()));
  }

  @Test
  void aLinkWithAValueOutOfRangeSaysThatTheViewIsNotTheLinks() {
    show();

    explore.showView(
        new PairLink(Path.of("/ws"), "", new TestPair(0, 1), "pair", "eif", Map.of("steps", "-3")));

    assertEquals(
        List.of("Not as the link says: steps is -3. Allowed: 1 to 10000."),
        notices.notices().stream().map(Notice::message).toList());
  }

  @Test
  void aLinkToAnImageThatIsNotThereChangesNothing() {
    show();
    PairItem chosen = explore.pairs().selectedProperty().get();
    PairLink gone =
        new PairLink(Path.of("/ws"), "", new TestPair(0, 999_999), "group", "trak", Map.of());

    assertThrows(ProblemException.class, () -> explore.showView(gone));

    assertSame(chosen, explore.influence().explainedProperty().get().pair());
    assertEquals(InfluenceScope.PAIR, explore.influence().scopeProperty().get());
  }

  private String rank() {
    InfluenceItem item = explore.sample().itemProperty().get();
    return item.kind().word() + " " + item.rank();
  }

  @Test
  void aPairWalkedToIsWhatTheStripsExplainInEveryScope() {
    show();
    PairItem chosen = explore.pairs().selectedProperty().get();
    for (InfluenceScope scope : InfluenceScope.values()) {
      explore.influence().scopeProperty().set(scope);
      for (int neighbour = 2; neighbour <= 9; neighbour++) {
        explore.inspector().step(1);

        PairItem shown = explore.inspector().shownProperty().get();
        assertSame(shown, explore.influence().explainedProperty().get().pair());
        assertNull(explore.influence().failureProperty().get());
      }
      explore.inspector().walk().unpin();
    }

    assertSame(chosen, explore.influence().explainedProperty().get().pair());
  }

  @Test
  void anotherPairIsShownWhole() {
    show();
    explore.inspector().zoom().toggleActual();

    explore.pairs().next();

    assertTrue(explore.inspector().zoom().left().stateProperty().get().fits());
  }

  @Test
  void aSessionWithoutPairsShowsNothingOfTheOneBefore() {
    show();
    ExplorerSession perfect = SampleSession.withoutPairs();

    explore.show(perfect, PairIndex.of(perfect), ScopePairs.of(perfect.confusions()));

    assertNull(explore.pairs().selectedProperty().get());
    assertNull(explore.influence().shownProperty().get());
    assertNull(explore.sample().itemProperty().get());
  }

  @Test
  void theSamePairIsExplainedAgainInAReopenedSession() {
    show();
    ExplorerSession again = SampleSession.of(Optional.empty());

    explore.show(again, PairIndex.of(again), ScopePairs.of(again.confusions()));

    assertEquals("harmful 1", rank());
  }

  private ExploreViewModel other() {
    ExploreViewModel other = explore();
    other.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
    return other;
  }

  @Test
  void anotherWindowGoesOnWhereThisOneIs() {
    show();
    explore.pairs().orderProperty().set(PairOrder.CLASS);
    explore.pairs().filterProperty().set("oriole");
    explore.pairs().next();
    explore.influence().scopeProperty().set(InfluenceScope.CLASS_PAIR);
    explore.strips().step(InfluenceKind.HELPFUL, 1);
    explore.strips().step(InfluenceKind.HELPFUL, 1);
    explore.inspector().exemplars().openProperty().set(true);
    explore.panelWidthProperty().set(340);
    Map<String, String> state = explore.state();
    ExploreViewModel other = other();

    other.restore(state);

    assertEquals(state, other.state());
    assertEquals(rank(), "helpful " + other.sample().itemProperty().get().rank());
  }

  @Test
  void anEstimatorsSettingsComeBack() {
    show();
    ExploreViewModel other = other();
    Map<String, String> state = new HashMap<>(explore.state());
    state.put("estimator.steps", "7");

    other.restore(state);

    assertEquals("EIF · steps 7", other.strips().estimators().shortTitle());
    assertEquals(state, other.state());
  }

  @Test
  void aStateOfSomethingElseChangesNothing() {
    show();
    Map<String, String> before = explore.state();

    explore.restore(
        Map.of(
            "scope", "GALAXY",
            "pair.wrong", "gone.jpg",
            "training-image", "gone too.jpg",
            "pairs.order", "",
            "estimator", "crystal ball",
            "estimator.colour", "red"));
    explore.restore(Map.of());

    assertEquals(before, explore.state());
  }

  @Test
  void theSameTrainingImageStaysChosenInAnotherScope() {
    show();
    int chosen = explore.sample().itemProperty().get().trainIndex();

    explore.influence().scopeProperty().set(InfluenceScope.GROUP);

    assertEquals(chosen, explore.sample().itemProperty().get().trainIndex());
    assertEquals("1–7", explore.strip(InfluenceKind.HARMFUL).rangeTextProperty().get());
  }

  @Test
  void aFlagIsOfTheImageNotOfThePair() {
    show();
    int chosen = explore.sample().itemProperty().get().trainIndex();
    explore.sample().toggleFlag();

    explore.pairs().next();
    explore.strips().chooseTraining(chosen);

    assertTrue(explore.sample().flaggedProperty().get());
    explore.sample().toggleFlag();
    assertEquals(Set.of(), Set.copyOf(marks.flagged()));
  }

  @Test
  void aTrainingImageOnALaterPageIsTurnedTo() {
    show();
    StripViewModel harmful = explore.strip(InfluenceKind.HARMFUL);
    InfluenceItem far = harmful.item(harmful.count() - 1);

    assertTrue(explore.strips().chooseTraining(far.trainIndex()));

    assertEquals(far, explore.sample().itemProperty().get());
    assertTrue(harmful.page().contains(far));
  }

  @Test
  void theSheetShowsTheKindOfTheChosenImage() {
    show();
    explore.strips().step(InfluenceKind.HELPFUL, 1);

    explore.strips().toggleSheet();
    InfluenceKind open = explore.strips().sheetProperty().get();
    explore.strips().toggleSheet();

    assertEquals(InfluenceKind.HELPFUL, open);
    assertNull(explore.strips().sheetProperty().get());
  }
}
