package eifexplorer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.QueueFilter.State;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.OriginalLabels;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectScores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewQueueTest {
  private final ImageDataset dataset = SmallReview.dataset(Optional.empty());
  private final ReviewDesk desk = ReviewDesk.inMemory(OriginalLabels.of(dataset));
  private final ReviewQueue queue = queue("ann");

  private ReviewQueue queue(String annotator) {
    return new ReviewQueue(dataset, SmallReview.ranking(), desk, annotator, "the model");
  }

  private static List<String> chips(List<Reason> reasons) {
    return reasons.stream().map(Reason::chip).toList();
  }

  @Test
  void aRowHasItsTwoStrongestReasonsInfluenceLast() {
    QueueRow row = queue.row(0);
    assertEquals(19, row.trainIndex());
    assertEquals(1, row.rank());
    assertEquals(List.of("margin -19.00", "ridge -19.00"), chips(row.reasons()));
    assertEquals(1, row.moreReasons());
    assertEquals("harmful 14 pairs", queue.reasons(19).get(2).chip());
    assertEquals(4, queue.allReasons(19).size());
  }

  @Test
  void anImageThatNobodyNamesStillHasAReason() {
    assertEquals(1, queue.reasons(10).size());
  }

  @Test
  void aDecisionIsWrittenDownAndTheNextIsShown() {
    OptionalInt next = queue.decide(19, Verdict.label("001.Amber_Tern"), 1.2345);
    assertEquals(OptionalInt.of(1), next);
    JournalEntry entry = desk.journal().history().get(0);
    assertEquals(DecisionKind.LABEL, entry.kind());
    assertEquals("images/002.Coral_Finch/19.jpg", entry.sample());
    assertEquals("002.Coral_Finch", entry.before());
    assertEquals("001.Amber_Tern", entry.after());
    assertEquals("margin -19.00", entry.reason());
    assertEquals("the model", entry.model());
    assertEquals(1.235, entry.seconds(), 1e-9);
    assertEquals(Optional.of(entry), queue.row(0).decision());
    assertEquals(1, queue.decided());
  }

  @Test
  void choosingTheGivenLabelKeepsIt() {
    queue.decide(19, Verdict.label("002.Coral_Finch"), 1);
    assertEquals(DecisionKind.KEEP, desk.journal().history().get(0).kind());
    assertTrue(desk.staging().isEmpty());
  }

  @Test
  void theNextIsTheNextOpenOneAndGoesRound() {
    queue.decide(18, Verdict.KEEP, 1);
    assertEquals(OptionalInt.of(2), queue.decide(19, Verdict.KEEP, 1));
    assertEquals(OptionalInt.of(2), queue.decide(0, Verdict.UNSURE, 1));
    for (int i = 0; i < SmallReview.IMAGES; i++) {
      queue.decide(i, Verdict.KEEP, 1);
    }
    assertEquals(OptionalInt.empty(), queue.nextOpen(3));
  }

  @Test
  void severalAreDecidedTogetherAndUndoneTogether() {
    queue.decideAll(List.of(19, 18, 17), Verdict.EXCLUDE, 6);
    assertEquals(3, desk.staging().excluded());
    assertEquals(2, desk.journal().history().get(1).seconds());
    assertEquals(OptionalInt.of(19), queue.undo());
    assertEquals(0, desk.staging().excluded());
    assertEquals(OptionalInt.of(19), queue.redo());
    assertEquals(3, desk.staging().excluded());
  }

  @Test
  void anotherDetectorIsNamedAndTheOrderStays() {
    List<Integer> before = queue.images();
    double[] of = new double[20];
    of[before.get(5)] = 1;
    queue.learn("aum", new SuspectScores(of, of));

    assertEquals(before, queue.images());
    assertEquals("aum", queue.reasons(before.get(5)).get(0).detector().id());
  }

  @Test
  void filtersByStateClassAndReason() {
    queue.decide(19, Verdict.KEEP, 1);
    queue.show(
        new QueueFilter(Optional.empty(), OptionalInt.empty(), State.OPEN, Optional.empty()));
    assertEquals(19, queue.size());
    queue.show(new QueueFilter(Optional.empty(), OptionalInt.of(0), State.ALL, Optional.empty()));
    assertEquals(9, queue.row(0).trainIndex());
    assertEquals(11, queue.row(0).rank());
    queue.show(
        new QueueFilter(Optional.of("loss"), OptionalInt.empty(), State.ALL, Optional.empty()));
    assertEquals(List.of(1, 0), List.of(queue.row(0).trainIndex(), queue.row(1).trainIndex()));
    assertEquals(OptionalInt.empty(), queue.position(19));
    queue.show(
        new QueueFilter(Optional.of("loss"), OptionalInt.empty(), State.DECIDED, Optional.empty()));
    assertEquals(0, queue.size());
    assertEquals(OptionalInt.empty(), queue.nextOpen(-1));
  }

  @Test
  void anyDetectorSorts() {
    queue.sort(RankWeights.parse("loss"));
    assertEquals(0, queue.row(0).trainIndex());
  }

  @Test
  void aSecondAnnotatorIsBlind() {
    queue.decide(19, Verdict.label("001.Amber_Tern"), 1);
    ReviewQueue second = queue("bob");
    assertEquals(Optional.empty(), second.row(0).decision());
    second.decide(19, Verdict.KEEP, 1);
    assertEquals("002.Coral_Finch", desk.journal().history().get(1).before());
    assertEquals(1, desk.decisions().conflicts().size());
    assertTrue(desk.staging().isEmpty());

    second.decide(19, Verdict.resolve("001.Amber_Tern"), 1);
    assertEquals(1, desk.staging().relabelled());
  }

  @Test
  void aClassThatIsNotTrainedOnIsRefused() {
    assertThrows(
        ProblemException.class, () -> queue.decide(19, Verdict.label("003.Dusky_Swift"), 1));
    assertEquals(0, desk.journal().size());
  }

  @Test
  void theEstimateIsOfTheLabelsNotOfOneAnnotator() {
    for (int i = 19; i > 9; i--) {
      queue.decide(i, i > 16 ? Verdict.label("001.Amber_Tern") : Verdict.KEEP, 1);
    }
    QueueEstimate estimate = queue.estimate();
    assertEquals(10, estimate.undecided());
    assertEquals(10, estimate.answers());
    assertEquals(estimate, queue("bob").estimate());
    assertFalse(estimate.known());
  }

  @Test
  void whatSaysNothingOfTheLabelsIsNoEvidence() {
    queue.decide(19, Verdict.EXCLUDE, 1);
    queue.decide(18, Verdict.UNSURE, 1);
    queue.decideEach(Map.of(17, Verdict.KEEP), JournalEntry.AUTO, 0);
    queue.decide(16, Verdict.NONE, 1);

    QueueEstimate estimate = queue.estimate();
    assertEquals(17, estimate.undecided());
    assertEquals(1, estimate.answers());
    assertEquals(1, queue.precision().get("loss").named() - 1);
    assertEquals("", queue.precision().get("loss").sentence());
  }

  @Test
  void everyTenthImageIsDrawnFromTheWholeRanking() {
    List<Integer> shown = queue.images();
    assertEquals(20, Set.copyOf(shown).size());
    List<Integer> spotChecks = shown.stream().filter(i -> queue.order().isSpotCheck(i)).toList();
    assertEquals(List.of(shown.get(9), shown.get(19)), spotChecks);
    assertTrue(queue.row(9).spotCheck());
    assertEquals(List.of(19, 18, 17), shown.subList(0, 3));
    assertEquals(shown, queue("bob").images());
  }

  @Test
  void whatADetectorIsWorthIsCountedHere() {
    queue.decide(19, Verdict.label("001.Amber_Tern"), 1);
    queue.decide(18, Verdict.KEEP, 1);
    assertEquals(
        "Here 1 of 2 it names and you looked at was wrong (50 %).",
        queue.precision().get("centroid").sentence());
  }

  @Test
  void anOrderThatWouldHaveFoundMoreIsOffered() {
    assertEquals(Optional.empty(), queue.betterOrder());
    for (int i = 0; i < 10; i++) {
      queue.decide(i, Verdict.label("002.Coral_Finch"), 1);
    }
    BetterOrder better = queue.betterOrder().orElseThrow();
    assertEquals("loss", better.detector());
    assertTrue(better.found() > better.foundNow(), better.toString());
    assertEquals(10, better.wrong());
  }

  @Test
  void aBatchIsOneStepMarkedAsSuch() {
    queue.decideAll(List.of(19, 18, 17), Verdict.EXCLUDE, 3);
    List<JournalEntry> entries = desk.journal().history();
    assertEquals(1, entries.stream().map(JournalEntry::group).distinct().count());
    assertEquals(JournalEntry.BATCH, entries.get(0).method());
    assertEquals(1, entries.get(0).seconds());
    assertEquals(OptionalInt.of(19), queue.undo());
    assertEquals(0, queue.decided());
  }

  @Test
  void imagesOfNoClassOfASecondOneOrOfANewOne() {
    queue.decide(19, Verdict.NONE, 1);
    queue.decide(18, Verdict.newClass("Green Finch"), 1);
    queue.decide(17, Verdict.KEEP.withAlso("001.Amber_Tern"), 1);

    assertEquals(2, desk.staging().excluded());
    assertEquals(2, desk.staging().changes().size());
    assertEquals("Green Finch", desk.journal().history().get(1).proposed());
    assertEquals("001.Amber_Tern", desk.journal().history().get(2).also());
    assertThrows(
        ProblemException.class, () -> queue.decide(16, Verdict.KEEP.withAlso("no class"), 1));
  }

  @Test
  void unsureExcludedNotedAndAutomaticOnesAreListed() {
    queue.decide(19, Verdict.UNSURE, 1);
    queue.decide(18, Verdict.NONE, 1);
    queue.decide(17, Verdict.EXCLUDE, 1);
    queue.decideEach(Map.of(3, Verdict.label("002.Coral_Finch")), JournalEntry.AUTO, 0);
    queue.note(16, " two birds ");

    assertEquals(Set.of(19), listed(State.UNSURE));
    assertEquals(Set.of(18, 17), listed(State.EXCLUDED));
    assertEquals(Set.of(16), listed(State.NOTED));
    assertEquals(Set.of(3), listed(State.AUTOMATIC));
    queue.note(16, "");
    assertEquals(Set.of(), listed(State.NOTED));
  }

  private Set<Integer> listed(State state) {
    queue.show(QueueFilter.ALL.withState(state));
    return Set.copyOf(queue.images());
  }

  @Test
  void aDetectorThatFindsNothingIsNoReason() {
    queue.learn("duplicate", new SuspectScores(new double[20], new double[20]));
    queue.learn("eif-group", new SuspectScores(new double[20], new double[20]));
    for (int i = 0; i < 20; i++) {
      assertTrue(
          chips(queue.allReasons(i)).stream()
              .noneMatch(chip -> chip.contains("none") || chip.contains("influence")),
          chips(queue.allReasons(i)).toString());
    }
  }
}
