package eifexplorer.ui.explore.confusions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.ManyConfusions;
import eifexplorer.ui.testing.SampleSession;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PairListViewModelTest {
  private static final long SECOND = 1_000_000_000L;

  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final PairIndex index = PairIndex.of(session);
  private final MarksViewModel marks =
      new MarksViewModel(new FxJobs(new InlineJobRunner(), Runnable::run), new NoticesViewModel());
  private long now;
  private final PairListViewModel list = new PairListViewModel(marks, () -> now);

  @BeforeEach
  void show() {
    list.show(index);
  }

  private List<PairItem> only(Predicate<PairItem> wanted) {
    return index.inOrder(PairOrder.NEAREST).stream().filter(wanted).toList();
  }

  @Test
  void theNearestPairComesFirstAndIsChosen() {
    PairItem nearest =
        index.items().stream()
            .min(Comparator.comparingDouble(item -> item.pair().distance()))
            .orElseThrow();

    assertSame(nearest, list.selectedProperty().get());
  }

  @Test
  void everyOrderSortsAllPairs() {
    for (PairOrder order : PairOrder.values()) {
      list.orderProperty().set(order);

      assertEquals(
          index.items().stream().sorted(order.comparator()).toList(),
          list.visible(),
          order.title());
    }
  }

  @Test
  void theClassThatFaresWorstComesFirst() {
    PairListViewModel many = new PairListViewModel(marks, () -> now);
    many.show(PairIndex.of(ManyConfusions.of(12, 8, Optional.empty())));

    many.orderProperty().set(PairOrder.WRONG_SHARE);

    List<Double> shares = many.visible().stream().map(PairItem::wrongShare).toList();
    assertEquals(shares.stream().sorted(Comparator.reverseOrder()).toList(), shares);
    assertTrue(shares.get(0) > shares.get(shares.size() - 1));
  }

  @Test
  void everyWordOfTheFilterMustOccur() {
    list.filterProperty().set("oriole  FORK");

    assertTrue(
        !list.visible().isEmpty()
            && list.visible().stream()
                .map(item -> item.wrongClass() + item.confusedClass())
                .allMatch(names -> names.contains("Oriole") && names.contains("Fork")));
  }

  @Test
  void fileNamesAreSearchedToo() {
    String file = index.items().get(3).wrong().fileName();

    list.filterProperty().set(file);

    assertTrue(list.visible().contains(index.items().get(3)) && list.visible().size() < 4);
  }

  @Test
  void aClassIsWantedOnOneSideOrBoth() {
    int wrong = index.items().get(0).pair().wrongLabel();
    int confused = index.items().get(0).pair().confusedLabel();

    list.restrictionProperty().set(PairFilter.NONE.withWrong(OptionalInt.of(wrong)));
    assertEquals(only(item -> item.pair().wrongLabel() == wrong), list.visible());

    list.restrictionProperty().set(PairFilter.NONE.withConfused(OptionalInt.of(confused)));
    assertEquals(only(item -> item.pair().confusedLabel() == confused), list.visible());

    list.restrictionProperty().set(PairFilter.classPair(wrong, confused));
    assertEquals(
        only(item -> item.pair().wrongLabel() == wrong && item.pair().confusedLabel() == confused),
        list.visible());
  }

  @Test
  void onlyPairsBelowALimitOfDistanceAreWanted() {
    double limit = index.inOrder(PairOrder.NEAREST).get(5).pair().distance();

    list.restrictionProperty().set(PairFilter.NONE.withBelow(OptionalDouble.of(limit)));

    assertEquals(index.inOrder(PairOrder.NEAREST).subList(0, 5), list.visible());
  }

  @Test
  void reviewedPairsAreListedOrNot() {
    PairItem fourth = list.visible().get(3);
    marks.review(fourth.key(), true);

    list.restrictionProperty().set(PairFilter.NONE.withReviewed(ReviewState.REVIEWED));
    assertEquals(List.of(fourth), list.visible());

    list.restrictionProperty().set(PairFilter.NONE.withReviewed(ReviewState.NOT_REVIEWED));
    assertEquals(only(item -> item != fourth), list.visible());
  }

  @Test
  void allPartsOfTheFilterMustHold() {
    index.items().subList(0, 11).forEach(item -> marks.review(item.key(), true));
    int wrong = index.items().get(0).pair().wrongLabel();
    list.filterProperty().set("tailed");
    list.restrictionProperty()
        .set(
            PairFilter.NONE
                .withWrong(OptionalInt.of(wrong))
                .withReviewed(ReviewState.REVIEWED)
                .withBelow(OptionalDouble.of(0.5)));

    List<PairItem> expected =
        only(
            item ->
                item.searchText().contains("tailed")
                    && item.pair().wrongLabel() == wrong
                    && marks.isReviewed(item.key())
                    && item.pair().distance() < 0.5);
    assertEquals(expected, list.visible());
    assertTrue(!expected.isEmpty());
  }

  @Test
  void everyPartOfTheFilterIsAChipThatTakesItAway() {
    PairFilter all =
        PairFilter.classPair(5, 6)
            .withReviewed(ReviewState.NOT_REVIEWED)
            .withBelow(OptionalDouble.of(0.6));
    list.restrictionProperty().set(all);

    assertEquals(
        List.of(
            new FilterChip("", "Fork-tailed Flycatcher", "→", all.withWrong(OptionalInt.empty())),
            new FilterChip("→", "Golden Oriole", "", all.withConfused(OptionalInt.empty())),
            new FilterChip("not reviewed", "", "", all.withReviewed(ReviewState.ALL)),
            new FilterChip("d < 0.600", "", "", all.withBelow(OptionalDouble.empty()))),
        list.chips());
  }

  @Test
  void clearingTheFiltersListsEverything() {
    list.filterProperty().set("no such name");
    list.restrictionProperty().set(PairFilter.classPair(5, 6));

    list.clearFilters();

    assertEquals(index.inOrder(PairOrder.NEAREST), list.visible());
  }

  @Test
  void theCountSaysOfHowMany() {
    String all = list.countTextProperty().get();
    list.filterProperty().set(index.items().get(0).wrong().fileName());

    assertEquals(
        List.of("22 pairs", list.visible().size() + " of 22 pairs"),
        List.of(all, list.countTextProperty().get()));
  }

  @Test
  void stepsStopAtTheEnds() {
    list.previous();
    int first = list.positionProperty().get();
    for (int i = 0; i < 50; i++) {
      list.next();
    }

    assertEquals(List.of(0, 21), List.of(first, list.positionProperty().get()));
  }

  @Test
  void typingDoesNotChangeWhatIsLookedAt() {
    PairItem chosen = list.selectedProperty().get();

    list.filterProperty().set("no such name");

    assertEquals(
        List.of(chosen, -1, 0),
        List.of(
            list.selectedProperty().get(), list.positionProperty().get(), list.visible().size()));
  }

  @Test
  void theStepsFromAHiddenPairGoToItsNeighboursInTheOrder() {
    List<PairItem> all = List.copyOf(list.visible());
    marks.review(all.get(4).key(), true);
    list.restrictionProperty().set(PairFilter.NONE.withReviewed(ReviewState.NOT_REVIEWED));

    list.select(all.get(4));
    list.next();
    PairItem after = list.selectedProperty().get();
    list.select(all.get(4));
    list.previous();

    assertEquals(List.of(all.get(5), all.get(3)), List.of(after, list.selectedProperty().get()));
  }

  @Test
  void aReorderedListKeepsTheChosenPair() {
    PairItem third = list.visible().get(2);
    list.select(third);

    list.orderProperty().set(PairOrder.FARTHEST);

    assertEquals(
        List.of(third, 19), List.of(list.selectedProperty().get(), list.positionProperty().get()));
  }

  private List<Integer> suspects() {
    return list.visible().stream().map(item -> list.known().suspects(item).orElse(-1)).toList();
  }

  @Test
  void mostSuspectsComeFirstAndUnknownOnesLast() {
    list.orderProperty().set(PairOrder.SUSPECTS);

    now = 3 * SECOND;
    list.survey(ManyConfusions.survey(session, 12));

    List<Integer> found = suspects();
    assertEquals(found.stream().sorted(Comparator.reverseOrder()).toList(), found);
    assertEquals(10, found.stream().filter(count -> count < 0).count());
    assertEquals("doubtful images counted for 12 of 22 pairs", list.surveyTextProperty().get());
  }

  @Test
  void aGrowingSurveyMovesTheListEveryTwoSecondsOnlyAndKeepsTheChosenPair() {
    list.orderProperty().set(PairOrder.SUSPECTS);
    PairItem chosen = list.visible().get(6);
    list.select(chosen);
    List<PairItem> before = List.copyOf(list.visible());

    now = SECOND;
    list.survey(ManyConfusions.survey(session, 5));
    assertEquals(List.of(before, true), List.of(list.visible(), list.orderBehindProperty().get()));

    now = 2 * SECOND;
    list.survey(ManyConfusions.survey(session, 10));
    assertEquals(10, suspects().stream().filter(count -> count >= 0).count());
    assertTrue(suspects().subList(0, 10).stream().allMatch(count -> count >= 0));
    assertEquals(
        List.of(chosen, list.listed().indexOf(chosen), false),
        List.of(
            list.selectedProperty().get(),
            list.positionProperty().get(),
            list.orderBehindProperty().get()));
  }

  @Test
  void theListCatchesUpWhenAskedToAndWhenTheSurveyIsComplete() {
    list.orderProperty().set(PairOrder.SUSPECTS);

    list.survey(ManyConfusions.survey(session, 5));
    list.catchUp();
    assertTrue(suspects().subList(0, 5).stream().allMatch(count -> count >= 0));

    list.survey(ManyConfusions.survey(session, 22));
    List<Integer> found = suspects();
    assertEquals(found.stream().sorted(Comparator.reverseOrder()).toList(), found);
    assertEquals("", list.surveyTextProperty().get());
  }

  @Test
  void anotherSessionKnowsNothingOfTheSurveyBefore() {
    list.survey(ManyConfusions.survey(session, 22));

    list.show(PairIndex.of(session));

    assertTrue(suspects().stream().allMatch(count -> count < 0));
  }

  /** Eight mutual pairs, which are there twice, and eight others. */
  private PairListViewModel mutual() {
    PairListViewModel of = new PairListViewModel(marks, () -> now);
    of.show(PairIndex.of(ManyConfusions.mutual(8)));
    return of;
  }

  private static PairItem reversed(PairListViewModel of, PairItem item) {
    return of.index().item(item.key().reversed()).orElseThrow();
  }

  @Test
  void whatIsMutualIsListedOnce() {
    PairListViewModel of = mutual();

    assertEquals(16, of.visible().size());
    assertEquals(8, of.visible().stream().filter(PairItem::mutual).count());
    assertEquals("16 pairs of 24 images", of.countTextProperty().get());
    assertTrue(of.countTipProperty().get().contains("Of these 16 are each other's"));
    assertTrue(of.countTipProperty().get().matches("(?s).*\nR@1 \\S+ % on \\d+ test images\\."));

    of.restrictionProperty().set(PairFilter.NONE.withMutual(true));

    assertEquals(8, of.visible().size());
    assertEquals("8 of 16 pairs", of.countTextProperty().get());
    assertTrue(of.countTipProperty().get().startsWith("The listed pairs are of 16 images."));
  }

  @Test
  void theOtherWayRoundIsTheSamePlaceInTheList() {
    PairListViewModel of = mutual();
    PairItem third = of.visible().get(2);

    of.select(reversed(of, third));

    assertEquals(2, of.positionProperty().get());
    of.next();
    assertSame(of.visible().get(3), of.selectedProperty().get());
  }

  @Test
  void aMarkHoldsWhicheverWayRound() {
    PairListViewModel of = mutual();
    PairItem third = of.visible().get(2);
    of.restrictionProperty().set(PairFilter.NONE.withReviewed(ReviewState.NOT_REVIEWED));

    marks.review(reversed(of, third).key(), true);
    assertTrue(of.known().reviewed(third) && of.visible().size() == 15);

    marks.review(third.key(), false);
    assertTrue(!of.known().reviewed(reversed(of, third)) && of.visible().size() == 16);
    assertSame(third, of.visible().get(2));
  }

  @Test
  void pairsBetweenTwoDistancesAreWanted() {
    List<PairItem> all = index.inOrder(PairOrder.NEAREST);

    list.restrictionProperty()
        .set(
            PairFilter.NONE
                .withFrom(OptionalDouble.of(all.get(3).pair().distance()))
                .withBelow(OptionalDouble.of(all.get(9).pair().distance())));

    assertEquals(all.subList(3, 9), list.visible());
  }

  @Test
  void pairsAreWantedByWhatHarmsThem() {
    list.survey(ManyConfusions.survey(session, 12));
    List<PairItem> known = only(item -> list.known().suspects(item).isPresent());

    list.restrictionProperty().set(PairFilter.NONE.withSuspects(4));
    assertEquals(
        known.stream().filter(item -> item.pair().wrong() % 10 >= 4).toList(), list.visible());

    list.restrictionProperty().set(PairFilter.harmedBy(3));
    List<PairItem> harmed = known.stream().filter(item -> item.pair().wrong() % 5 == 3).toList();
    assertEquals(harmed, list.visible());
    assertTrue(!harmed.isEmpty() && harmed.size() < known.size());
    assertEquals("doubtful images counted for 12 of 22 pairs", list.surveyTextProperty().get());
  }

  @Test
  void pairsHarmedByAFlaggedImageFollowTheFlags() {
    list.survey(ManyConfusions.survey(session, 22));
    list.restrictionProperty().set(PairFilter.NONE.withFlagged(true));
    assertEquals(List.of(), list.visible());

    marks.flag(session.dataset().train().get(2).path(), true);

    assertEquals(only(item -> item.pair().wrong() % 5 == 2), list.visible());
  }

  @Test
  void aFilterThatWaitsForTheSurveyGrowsWithIt() {
    list.restrictionProperty().set(PairFilter.NONE.withSuspects(1));
    now = 3 * SECOND;
    list.survey(ManyConfusions.survey(session, 5));
    int few = list.visible().size();
    now = 6 * SECOND;
    list.survey(ManyConfusions.survey(session, 22));

    assertTrue(few > 0 && list.visible().size() > few);
  }
}
