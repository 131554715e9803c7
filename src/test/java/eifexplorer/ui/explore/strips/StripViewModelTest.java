package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.testing.SampleSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StripViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final StripViewModel strip = new StripViewModel(InfluenceKind.HARMFUL);

  /** Twenty harmful training images, the last strongest; two helpful ones. */
  private static RankedInfluence scores() {
    double[] influence = new double[SampleSession.trainSize()];
    IntStream.range(0, 20).forEach(i -> influence[i] = (i + 1) / 1000.0);
    influence[30] = -0.01;
    influence[31] = -0.02;
    return RankedInfluence.of(
        InfluenceQuery.pair(0, 1),
        new InfluenceScores(influence, new double[0][], new double[0], 0.2));
  }

  @BeforeEach
  void show() {
    strip.show(session, scores());
  }

  private List<Integer> indices() {
    return strip.page().stream().map(InfluenceItem::trainIndex).toList();
  }

  @Test
  void theStrongestComeFirst() {
    assertEquals(List.of(19, 18, 17, 16, 15, 14, 13), indices());
  }

  /** As beside a pinned photograph. */
  @Test
  void ofTwoImagesOfOneClassItIsRightThatTheyAreKeptTogether() {
    ConfusionPair confused = session.pairs().get(0);
    showPair(confused.wrong(), confused.confusedWith());
    assertEquals("keep them together", strip.effect());
    assertEquals("Harmful: keeps the pair together", strip.page().get(0).effect());

    int other =
        IntStream.range(1, session.dataset().test().size())
            .filter(i -> session.testSample(i).label() == session.testSample(0).label())
            .findFirst()
            .orElseThrow();

    showPair(0, other);
    assertEquals("keep them together, rightly: they are of one class", strip.effect());
    assertEquals("Harmful: keeps the pair together, rightly", strip.page().get(0).effect());
  }

  private void showPair(int first, int second) {
    InfluenceQuery query = InfluenceQuery.pair(first, second);
    strip.show(session, RankedInfluence.of(query, scores().scores()));
  }

  @Test
  void pagesAreTurned() {
    strip.nextPage();
    strip.nextPage();
    strip.nextPage();

    assertEquals(
        List.of(List.of(5, 4, 3, 2, 1, 0), "15–20"),
        List.of(indices(), strip.rangeTextProperty().get()));
  }

  @Test
  void pagesAreTurnedBack() {
    strip.nextPage();
    strip.previousPage();
    strip.previousPage();

    assertEquals("1–7", strip.rangeTextProperty().get());
  }

  @Test
  void aStepBeyondThePageTurnsIt() {
    InfluenceItem last = strip.page().get(6);

    InfluenceItem next = strip.step(last, 1).orElseThrow();

    assertEquals(List.of(8, "8–14"), List.of(next.rank(), strip.rangeTextProperty().get()));
  }

  @Test
  void scrollingMovesTileByTileAndStopsWhereTheStripIsFull() {
    strip.scroll(2);
    String two = strip.rangeTextProperty().get();
    strip.step(strip.page().get(3), 1);
    String inSight = strip.rangeTextProperty().get();
    strip.scroll(99);
    String end = strip.rangeTextProperty().get();
    strip.scroll(-99);

    assertEquals(
        List.of("3–9", "3–9", "14–20", "1–7"),
        List.of(two, inSight, end, strip.rangeTextProperty().get()));
  }

  @Test
  void pagesAreTurnedFromWhereScrollingStopped() {
    strip.scroll(2);
    strip.nextPage();
    String next = strip.rangeTextProperty().get();
    strip.previousPage();
    strip.previousPage();

    assertEquals(List.of("10–16", "1–7"), List.of(next, strip.rangeTextProperty().get()));
  }

  @Test
  void theEndsHaveNoStepBeyond() {
    assertTrue(strip.step(strip.page().get(0), -1).isEmpty());
  }

  @Test
  void aStepFromTheOtherStripTakesTheFirstInSight() {
    StripViewModel helpful = new StripViewModel(InfluenceKind.HELPFUL);
    helpful.show(session, scores());

    assertEquals(31, helpful.step(strip.page().get(3), 1).orElseThrow().trainIndex());
  }

  @Test
  void moreRoomShowsMoreOfTheSamePlace() {
    strip.nextPage();

    strip.pageSize(10);

    assertEquals("1–10", strip.rangeTextProperty().get());
  }

  @Test
  void tilesSayWhatTheyAre() {
    InfluenceItem item = strip.page().get(1);

    assertEquals(
        List.of("harmful 2 of 20", "+0.0190", 0.95, "Blue-throated Kingfisher"),
        List.of(item.rankText(), item.scoreText(), item.share(), item.className()));
  }

  @Test
  void withoutScoresItIsEmpty() {
    strip.show(session, null);

    assertEquals(List.of(List.of(), ""), List.of(indices(), strip.rangeTextProperty().get()));
  }
}
