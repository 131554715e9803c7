package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.QueueFilter;
import eifexplorer.review.Verdict;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.suspect.DefaultOrder;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.ui.testing.HeldJobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueViewModelTest {
  @TempDir Path folder;
  private ReviewBench bench;
  private QueueViewModel queue;

  @BeforeEach
  void open() {
    bench = ReviewBench.in(folder, new InlineJobRunner());
    bench.model.enter();
    queue = bench.queue();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> decisions() {
    return queue.images().stream().map(i -> queue.item(i).decision()).toList();
  }

  private List<String> firstDecisions(int count) {
    return decisions().subList(0, count);
  }

  @Test
  void eachKeyDecidesAndTurnsToTheNextImage() {
    ShownImage first = queue.shownProperty().get();
    queue.decisions().choose(1);
    queue.decisions().keep();
    queue.decisions().unsure();
    queue.decisions().exclude();

    assertEquals(
        List.of("→ " + first.candidates().get(0).name(), "kept", "unsure", "excluded", ""),
        firstDecisions(5));
    assertEquals(queue.images().get(4), bench.shown());
    assertEquals("8 of 12 left", queue.leftText());
  }

  @Test
  void theCandidatesAreTheOtherClassesAndTheGivenOneHasTheKeyNought() {
    ShownImage image = queue.shownProperty().get();

    assertEquals(bench.label(image.trainIndex()), image.given().orElseThrow().name());
    assertEquals(
        bench.session.dataset().classes().subList(0, 3).stream()
            .map(ClassLabel::displayName)
            .filter(name -> !name.equals(bench.label(image.trainIndex())))
            .toList(),
        image.candidates().stream().map(Candidate::name).sorted().toList());
  }

  @Test
  void aKeyWithoutACandidateDecidesNothing() {
    queue.decisions().choose(5);
    assertEquals("12 of 12 left", queue.leftText());
  }

  @Test
  void theDefaultOrderComesWhenItIsReadyAndTheImageInSightStays() {
    HeldJobRunner held = new HeldJobRunner();
    bench.close();
    try (ReviewBench slow = ReviewBench.in(folder.resolve("other"), held)) {
      slow.model.enter();
      held.job(0).finish();
      for (int i = 1; i < held.count() && slow.queue().images().isEmpty(); i++) {
        held.job(i).finish();
      }
      assertEquals(RankWeights.QUICK, slow.queue().ordering().orderProperty().get());
      int seen = slow.queue().images().get(4);
      slow.queue().select(seen);

      for (int i = 1; i < held.count(); i++) {
        held.job(i).finish();
      }

      assertEquals(DefaultOrder.THOROUGH, slow.queue().ordering().orderProperty().get());
      assertEquals(seen, slow.shown());
    }
  }

  @Test
  void anOrderThatWasChosenStaysWhenTheDefaultOneIsReady() {
    HeldJobRunner held = new HeldJobRunner();
    bench.close();
    try (ReviewBench slow = ReviewBench.in(folder.resolve("other"), held)) {
      slow.model.enter();
      for (int i = 0; i < held.count() && slow.queue().images().isEmpty(); i++) {
        held.job(i).finish();
      }
      slow.queue().ordering().sort(RankWeights.parse("ridge"));

      for (int i = 0; i < held.count(); i++) {
        held.job(i).finish();
      }

      assertEquals(RankWeights.parse("ridge"), slow.queue().ordering().orderProperty().get());
    }
  }

  @Test
  void aReviewOpenedAgainBeginsWithTheDefaultOrderThatWasKept() {
    HeldJobRunner held = new HeldJobRunner();
    bench.close();
    try (ReviewBench again = bench.again(held)) {
      again.model.enter();
      for (int i = 0; i < held.count() && again.queue().images().isEmpty(); i++) {
        held.job(i).finish();
      }
      assertEquals(DefaultOrder.THOROUGH, again.queue().ordering().orderProperty().get());
    }
  }

  @Test
  void lookingDecidesNothing() {
    queue.next();
    queue.next();
    queue.previous();
    assertEquals(queue.images().get(1), bench.shown());
    assertEquals("12 of 12 left", queue.leftText());
  }

  @Test
  void anArrowWaitsForTheDecisionBeforeIt() {
    HeldJobRunner held = new HeldJobRunner();
    bench.close();
    try (ReviewBench slow = bench.again(held)) {
      slow.model.enter();
      for (int i = 0; i < held.count(); i++) {
        held.job(i).finish();
      }
      int jobs = held.count();
      slow.queue().decisions().keep();
      slow.queue().next();
      assertEquals(slow.queue().images().get(0), slow.shown());
      held.job(jobs).finish();
      assertEquals(slow.queue().images().get(2), slow.shown());
    }
  }

  @Test
  void undoAndRedoGoBackAndForthAlsoAfterARestart() {
    int first = bench.shown();
    IntStream.range(0, 4).forEach(i -> queue.decisions().keep());
    queue.decisions().undo();
    queue.decisions().undo();
    bench.close();
    try (ReviewBench later = bench.again(new InlineJobRunner())) {
      later.model.enter();
      later.queue().decisions().undo();
      later.queue().decisions().redo();
      later.queue().decisions().redo();
      later.queue().decisions().redo();
      later.queue().decisions().redo();

      assertEquals("8 of 12 left", later.queue().leftText());
      assertEquals("kept", later.queue().item(first).decision());
    }
  }

  @Test
  void whenAllAreDecidedNothingIsLeft() {
    IntStream.range(0, 12).forEach(i -> queue.decisions().keep());
    assertNull(queue.shownProperty().get());
    queue.next();
    assertEquals(queue.images().get(0), bench.shown());
  }

  @Test
  void theTimeOfADecisionIsThatSinceItsImageShows() throws Exception {
    bench.nanos = 2_500_000_000L;
    queue.decisions().keep();
    bench.nanos += 500_000_000_000L;
    queue.decisions().keep();

    List<JournalEntry> history = bench.model.staged().summaryProperty().get().history();
    assertEquals(List.of(0.0, 2.5), history.stream().map(JournalEntry::seconds).toList());
    assertTrue(
        Files.readString(bench.small.workspace().resolve("review/journal.jsonl"))
            .lines()
            .allMatch(line -> line.contains("\"keep\"")));
  }

  @Test
  void aDecisionThatCantBeWrittenIsNotShown() throws Exception {
    int first = bench.shown();
    Files.createDirectory(bench.small.workspace().resolve("review/journal.jsonl"));
    queue.decisions().keep();

    assertEquals(first, bench.shown());
    assertEquals("12 of 12 left", queue.leftText());
    assertEquals(1, bench.said().size());
  }

  @Test
  void imagesGoByTheirIndexInTheFiles() {
    queue.select(0);
    assertEquals("Training image 0", queue.shownProperty().get().title());
    queue.select(11);
    assertEquals("Training image 11", queue.shownProperty().get().title());
  }

  @Test
  void inABlindPassTheGivenLabelIsOneOfTheCandidates() {
    queue.blindProperty().set(true);
    ShownImage image = queue.shownProperty().get();

    assertEquals(Optional.empty(), image.given());
    assertEquals(List.of(), image.reasons());
    assertTrue(
        image.candidates().stream()
            .anyMatch(candidate -> candidate.name().equals(bench.label(image.trainIndex()))));
    assertEquals("Label hidden", queue.item(image.trainIndex()).spoken());
    assertEquals("One of 12 training images", image.title());
    assertTrue(queue.images().stream().noneMatch(i -> queue.item(i).spotCheck()));
    assertTrue(queue.images().stream().allMatch(i -> queue.item(i).rank() == 0));
    queue.decisions().keep();
    assertEquals("12 of 12 left", queue.leftText());
  }

  @Test
  void aSecondAnnotatorSeesNothingOfTheFirst() {
    int first = bench.shown();
    queue.decisions().exclude();
    bench.model.annotatorProperty().set("Ada");

    assertEquals("", queue.item(first).decision());
    assertEquals(first, bench.shown());
    queue.decisions().keep();
    bench.model.annotatorProperty().set("annotator 1");
    assertEquals("excluded", queue.item(first).decision());
  }

  @Test
  void reasonsThatComeWhileTheAnnotatorChangesStay() {
    HeldJobRunner held = new HeldJobRunner();
    bench.close();
    try (ReviewBench slow = bench.again(held)) {
      slow.model.enter();
      for (int i = 0; i < held.count() && !isTakingReasons(held); i++) {
        held.job(i).finish();
      }
      slow.model.annotatorProperty().set("Ada");
      for (int i = 0; i < held.count(); i++) {
        held.job(i).finish();
      }
      assertTrue(slow.queue().ordering().detectors().contains("knn"));
    }
  }

  private static boolean isTakingReasons(HeldJobRunner held) {
    return held.job(held.count() - 1).title().equals("Take more reasons");
  }

  @Test
  void aConflictIsResolved() {
    int first = bench.shown();
    queue.decisions().exclude();
    bench.model.annotatorProperty().set("Ada");
    queue.decisions().keep();
    assertEquals(1, bench.model.staged().staging().orElseThrow().conflicts().size());
    assertEquals(1, bench.model.staged().summaryProperty().get().agreements().size());
    queue.decisions().decideAt(first, Verdict.resolve(""));

    assertEquals(List.of(), bench.model.staged().staging().orElseThrow().conflicts());
    assertEquals(1, bench.model.staged().staging().orElseThrow().excluded());
  }

  @Test
  void filtersAndOrders() {
    int first = bench.shown();
    queue.decisions().keep();
    queue.filterProperty().set(QueueFilter.ALL.withState(QueueFilter.State.DECIDED));
    assertEquals(List.of(first), List.copyOf(queue.images()));
    queue.filterProperty().set(QueueFilter.ALL.withLabel(OptionalInt.of(2)));
    assertEquals(Set.of(8, 9, 10, 11), Set.copyOf(queue.images()));
    bench.marks.flag(bench.session.trainSample(6).path(), true);
    queue.filterProperty().set(QueueFilter.ALL.withOnly(Optional.of(bench.model.flagged())));
    assertEquals(List.of(6), List.copyOf(queue.images()));
    queue.filterProperty().set(QueueFilter.ALL);

    List<Integer> usual = List.copyOf(queue.images());
    queue.ordering().sort(RankWeights.parse("loss=2,knn=1"));
    assertEquals(Set.copyOf(usual), Set.copyOf(queue.images()));
    assertEquals(1, queue.item(queue.images().get(0)).rank());
    assertEquals(RankWeights.parse("loss=2,knn=1"), queue.ordering().orderProperty().get());
  }

  @Test
  void aTypedClassIsOfTheImageThatWasShown() {
    int first = bench.shown();
    int other = (bench.session.trainSample(first).label() + 1) % 3;
    queue.decisions().chooseLabel(other);
    assertEquals("→ " + bench.session.className(other), queue.item(first).decision());
  }

  @Test
  void nothingIsDecidedBeforeTheImageIsPaintedNorTwiceAboutOne() {
    bench.paints = false;
    queue.decisions().keep();
    queue.decisions().keep();
    queue.decisions().exclude();

    assertEquals("11 of 12 left", queue.leftText());
    assertEquals(
        "That key came before its image: nothing was decided.",
        queue.decisions().hintProperty().get());
    queue.seen(bench.shown());
    queue.decisions().keep();
    assertEquals("10 of 12 left", queue.leftText());
    assertEquals("", queue.decisions().hintProperty().get());
  }

  @Test
  void aSecondKeyWhileTheFirstIsBeingWrittenIsNone() {
    HeldJobRunner held = new HeldJobRunner();
    bench.close();
    try (ReviewBench slow = bench.again(held)) {
      slow.model.enter();
      for (int i = 0; i < held.count(); i++) {
        held.job(i).finish();
      }
      int jobs = held.count();
      slow.queue().decisions().keep();
      slow.queue().decisions().exclude();
      for (int i = jobs; i < held.count(); i++) {
        held.job(i).finish();
      }
      assertEquals("11 of 12 left", slow.queue().leftText());
    }
  }

  @Test
  void aBurstIsToldGentlyAndABreakIsNoPace() {
    for (int i = 0; i < 3; i++) {
      bench.nanos += 300_000_000L;
      queue.decisions().keep();
    }
    assertEquals("Three decisions in a second: slow down?", queue.decisions().hintProperty().get());
    bench.nanos += 4_000_000_000L;
    queue.decisions().keep();
    assertEquals("", queue.decisions().hintProperty().get());
    bench.nanos += 900_000_000_000L;
    queue.decisions().keep();
    bench.nanos += 60_000_000_000L;
    bench.model.enter();
    bench.nanos += 5_000_000_000L;
    queue.decisions().keep();

    assertEquals(
        List.of(5.0, 0.0, 4.0, .3, .3, .3),
        bench.model.staged().summaryProperty().get().history().stream()
            .map(JournalEntry::seconds)
            .toList());
    assertEquals(5, bench.model.staged().summaryProperty().get().secondsEach());
  }

  @Test
  void whatIsNextIsSaidWhileThereIsNoImage() {
    QueueFilter ofClass = QueueFilter.ALL.withLabel(OptionalInt.of(2));
    queue.filterProperty().set(ofClass.withState(QueueFilter.State.DECIDED));
    assertEquals(Vacancy.NO_MATCH, queue.vacancyProperty().get());
    assertNull(queue.shownProperty().get());
    assertEquals("none listed", queue.leftText());
    assertEquals("12 images that are not listed are still open.", bench.model.vacancyText());
    queue.decisions().keep();

    queue.filterProperty().set(ofClass.withState(QueueFilter.State.OPEN));
    assertEquals(Vacancy.NONE, queue.vacancyProperty().get());
    IntStream.range(0, 4).forEach(i -> queue.decisions().keep());
    assertEquals(Vacancy.LIST_DONE, queue.vacancyProperty().get());
    assertEquals("8 images that are not listed are still open.", bench.model.vacancyText());

    queue.filterProperty().set(QueueFilter.ALL);
    queue.decisions().exclude();
    IntStream.range(0, 7).forEach(i -> queue.decisions().keep());
    assertEquals(Vacancy.ALL_DONE, queue.vacancyProperty().get());
    assertEquals(
        "No label was wrong. Commit 1 staged change, then retrain and compare.",
        bench.model.vacancyText());
  }

  @Test
  void whileTheListIsNotKnownNothingIsSaidToBeLeft() {
    HeldJobRunner held = new HeldJobRunner();
    bench.close();
    try (ReviewBench slow = bench.again(held)) {
      slow.model.enter();
      held.job(0).finish();
      assertEquals(ReviewViewModel.State.OPEN, slow.model.stateProperty().get());
      assertEquals(Vacancy.LISTING, slow.queue().vacancyProperty().get());
      assertEquals("", slow.queue().leftText());
    }
  }

  @Test
  void aFilterThatListsOnlyDecidedImagesShowsTheFirst() {
    int first = bench.shown();
    queue.decisions().unsure();
    queue.filterProperty().set(QueueFilter.ALL.withState(QueueFilter.State.UNSURE));
    assertEquals(first, bench.shown());
  }

  @Test
  void aBlindPassDoesNotTellWhetherTheLabelWasTheGivenOne() {
    queue.blindProperty().set(true);
    int first = bench.shown();
    String given = bench.label(first);
    queue.decisions().chooseLabel(bench.session.trainSample(first).label());
    int second = bench.shown();
    int other = (bench.session.trainSample(second).label() + 1) % 3;
    queue.decisions().chooseLabel(other);

    assertEquals("→ " + given, queue.item(first).decision());
    assertEquals("→ " + bench.session.className(other), queue.item(second).decision());
    queue.blindProperty().set(false);
    assertEquals("kept", queue.item(first).decision());
  }

  @Test
  void whatIsUndoneLeavesTheHistoryAndExcludingIsNotWrong() {
    queue.decisions().exclude();
    queue.decisions().choose(1);
    queue.decisions().none();
    queue.decisions().undo();

    Summary summary = bench.model.staged().summaryProperty().get();
    assertEquals(2, summary.history().size());
    assertEquals(1, summary.wrong());
  }

  @Test
  void aSecondClassANewOneAndANoteAreKept() {
    int first = bench.shown();
    int label = bench.session.trainSample(first).label();
    queue.decisions().note(first, "two birds");
    queue.decisions().also((label + 1) % 3);
    int second = bench.shown();
    queue.decisions().newClass("Green Finch");

    assertEquals("two birds", queue.note(first));
    assertTrue(queue.item(first).spoken().endsWith(", note: two birds"));
    assertEquals(
        "kept and " + bench.session.className((label + 1) % 3), queue.item(first).decision());
    assertEquals("new: Green Finch", queue.item(second).decision());
    queue.filterProperty().set(QueueFilter.ALL.withState(QueueFilter.State.NOTED));
    assertEquals(List.of(first), List.copyOf(queue.images()));
  }
}
