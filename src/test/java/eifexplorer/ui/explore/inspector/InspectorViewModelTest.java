package eifexplorer.ui.explore.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobRunner;
import eifexplorer.review.ReviewMarks;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.Neighbour;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.inspector.PhotoArrangement.Mode;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededInsights;
import eifexplorer.ui.testing.SeededServices;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final SeededInsights insights = new SeededInsights(session);
  private final PairItem pair = PairIndex.of(session).items().get(2);
  private final ReviewMarks marks = ReviewMarks.inMemory();

  private InspectorViewModel show(JobRunner runner) {
    FxJobs jobs = new FxJobs(runner, Runnable::run);
    MarksViewModel shown = new MarksViewModel(jobs, new NoticesViewModel());
    shown.show(marks);
    InspectorViewModel model =
        new InspectorViewModel(jobs, shown, SeededServices.standard().places());
    model.show(session, insights);
    model.showPair(pair);
    return model;
  }

  private InspectorViewModel show() {
    return show(new InlineJobRunner());
  }

  private List<Neighbour> neighbours(int count) {
    return insights.nearestTest(pair.pair().wrong(), count, JobContext.unattended());
  }

  @Test
  void thePairStandsWithItsDistanceAndTheRankOfTheOwnClass() {
    InspectorViewModel model = show();
    int first = insights.rankOfOwnClass(pair.pair().wrong(), JobContext.unattended()).getAsInt();

    assertEquals(
        List.of(
            pair.wrongClass(),
            pair.confusedClass(),
            Texts.distance(pair.pair().distance()),
            "rank 1 · first " + pair.wrongClass() + " at rank " + first),
        List.of(
            model.photoProperty(PairMember.FIRST).get().className(),
            model.photoProperty(PairMember.SECOND).get().className(),
            model.distanceProperty().get(),
            model.rankTextProperty().get()));
  }

  @Test
  void pinnedTheOtherWalksItsNeighbours() {
    InspectorViewModel model = show();
    Neighbour third = neighbours(3).get(2);

    model.togglePin(PairMember.FIRST);
    model.step(1);
    model.step(1);

    boolean same = session.testSample(third.index()).label() == pair.pair().wrongLabel();
    assertEquals(
        new WalkedNeighbour(3, third.index(), third.distance(), same),
        model.walk().walkedProperty().get());
    assertEquals(
        PhotoText.of(session, third.index()), model.photoProperty(PairMember.SECOND).get());
    assertEquals(
        PhotoText.of(session, pair.pair().wrong()), model.photoProperty(PairMember.FIRST).get());
  }

  @Test
  void everythingSaidIsOfThePairOnTheScreen() {
    InspectorViewModel model = show();
    Neighbour third = neighbours(3).get(2);

    model.step(2);

    ConfusionPair shown = model.shownProperty().get().pair();
    assertEquals(
        List.of(pair.pair().wrong(), third.index()), List.of(shown.wrong(), shown.confusedWith()));
    assertEquals(third.distance(), shown.distance());
    assertEquals(Texts.distance(third.distance()), model.distanceProperty().get());
    assertEquals("neighbour 3", model.walkTextProperty().get());
    model.step(-2);
    assertSame(pair, model.shownProperty().get());
    assertEquals("", model.walkTextProperty().get());
  }

  @Test
  void theNeighbourIsPinnedWhereItIsAndItsOwnNeighboursWalkedBesideIt() {
    InspectorViewModel model = show();
    int confused = pair.pair().confusedWith();
    Neighbour nearest = insights.nearestTest(confused, 1, JobContext.unattended()).get(0);

    model.togglePin(PairMember.SECOND);
    assertSame(pair, model.shownProperty().get());
    model.step(1);

    assertEquals(PhotoText.of(session, confused), model.photoProperty(PairMember.SECOND).get());
    assertEquals(
        PhotoText.of(session, nearest.index()), model.photoProperty(PairMember.FIRST).get());
    int rank = insights.rankOfOwnClass(confused, JobContext.unattended()).getAsInt();
    assertEquals(
        "rank 1 · first " + pair.confusedClass() + " at rank " + rank,
        model.rankTextProperty().get());
    model.step(-1);
    assertSame(pair, model.shownProperty().get());
  }

  @Test
  void aNeighbourWalkedToIsPinnedInItsTurn() {
    InspectorViewModel model = show();
    model.step(2);
    int reached = model.shownProperty().get().pair().confusedWith();

    model.togglePin(PairMember.SECOND);
    model.step(1);

    int nearest = insights.nearestTest(reached, 1, JobContext.unattended()).get(0).index();
    ConfusionPair shown = model.shownProperty().get().pair();
    assertEquals(List.of(nearest, reached), List.of(shown.wrong(), shown.confusedWith()));
    model.walk().unpin();
    assertSame(pair, model.shownProperty().get());
  }

  @Test
  void aStepPinsByItself() {
    InspectorViewModel model = show();

    model.step(1);

    assertTrue(model.walk().isPinned().get());
    assertEquals(2, model.walk().walkedProperty().get().rank());
  }

  @Test
  void theWalkEndsAtBothEnds() {
    InspectorViewModel model = show();
    model.togglePin(PairMember.FIRST);

    model.step(-1);
    int first = model.walk().walkedProperty().get().rank();
    for (int i = 0; i < 100; i++) {
      model.step(1);
    }

    int all = session.dataset().test().size() - 1;
    assertEquals(List.of(1, all), List.of(first, model.walk().walkedProperty().get().rank()));
  }

  @Test
  void backAtThePairNothingIsPinned() {
    InspectorViewModel model = show();
    model.step(1);

    assertTrue(model.walk().unpin());

    assertEquals(pair.confusedClass(), model.photoProperty(PairMember.SECOND).get().className());
    assertEquals(Texts.distance(pair.pair().distance()), model.distanceProperty().get());
    assertFalse(model.walk().unpin());
  }

  @Test
  void anotherPairIsShownWholeAndUnpinned() {
    InspectorViewModel model = show();
    model.step(1);
    model.zoom().zoomBy(2);

    model.showPair(PairIndex.of(session).items().get(3));

    assertFalse(model.walk().isPinned().get());
    assertTrue(model.zoom().left().stateProperty().get().fits());
  }

  @Test
  void aLateListOfNeighboursDoesNotWalkAnotherPair() {
    HeldJobRunner held = new HeldJobRunner();
    InspectorViewModel model = show(held);
    model.togglePin(PairMember.FIRST);
    int search = held.count() - 1;

    model.showPair(PairIndex.of(session).items().get(3));
    held.job(search).finish();

    assertNull(model.walk().walkedProperty().get());
  }

  @Test
  void whatLiesOverThePhotographsIsClosedOneByOne() {
    InspectorViewModel model = show();
    model.step(1);
    model.look().openProperty().set(true);
    model.arrangement().toggle(Mode.BLINK);
    model.arrangement().toggle(Mode.OVERLAY);

    assertEquals(Mode.OVERLAY, model.arrangement().modeProperty().get());
    assertTrue(model.closeTopmost());
    assertEquals(Mode.SIDE_BY_SIDE, model.arrangement().modeProperty().get());
    assertTrue(model.closeTopmost());
    assertFalse(model.look().openProperty().get());
    assertTrue(model.closeTopmost());
    assertFalse(model.walk().isPinned().get());
    assertFalse(model.closeTopmost());
  }

  @Test
  void aPairIsMarkedAsReviewedAndRememberedAsThat() {
    InspectorViewModel model = show();

    model.toggleReviewed();

    assertTrue(model.reviewedProperty().get());
    assertTrue(show().reviewedProperty().get());
    model.toggleReviewed();
    assertFalse(show().reviewedProperty().get());
  }

  @Test
  void typicalImagesAreAskedForWhenTheyAreWanted() {
    InspectorViewModel model = show();
    assertNull(model.exemplars().shownProperty().get());

    model.exemplars().openProperty().set(true);

    assertEquals(
        List.of("Typical " + pair.wrongClass(), "Typical " + pair.confusedClass()),
        model.exemplars().shownProperty().get().stream().map(Exemplars::title).toList());
    model.showPair(PairIndex.of(session).items().get(3));
    assertNotNull(model.exemplars().shownProperty().get());
  }
}
