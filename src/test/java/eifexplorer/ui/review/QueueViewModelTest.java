package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.QueueFilter;
import eifexplorer.review.Verdict;
import eifexplorer.review.journal.JournalEntry;
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
    queue.choose(1);
    queue.keep();
    queue.unsure();
    queue.exclude();

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
    queue.choose(5);
    assertEquals("12 of 12 left", queue.leftText());
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
      slow.queue().keep();
      slow.queue().next();
      assertEquals(slow.queue().images().get(0), slow.shown());
      held.job(jobs).finish();
      assertEquals(slow.queue().images().get(2), slow.shown());
    }
  }

  @Test
  void undoAndRedoGoBackAndForthAlsoAfterARestart() {
    int first = bench.shown();
    IntStream.range(0, 4).forEach(i -> queue.keep());
    queue.undo();
    queue.undo();
    bench.close();
    try (ReviewBench later = bench.again(new InlineJobRunner())) {
      later.model.enter();
      later.queue().undo();
      later.queue().redo();
      later.queue().redo();
      later.queue().redo();
      later.queue().redo();

      assertEquals("8 of 12 left", later.queue().leftText());
      assertEquals("kept", later.queue().item(first).decision());
    }
  }

  @Test
  void whenAllAreDecidedNothingIsLeft() {
    IntStream.range(0, 12).forEach(i -> queue.keep());
    assertNull(queue.shownProperty().get());
    queue.next();
    assertEquals(queue.images().get(0), bench.shown());
  }

  @Test
  void theTimeOfADecisionIsThatSinceItsImageShows() throws Exception {
    bench.nanos = 2_500_000_000L;
    queue.keep();
    bench.nanos += 500_000_000_000L;
    queue.keep();

    List<JournalEntry> history = bench.model.staged().summaryProperty().get().history();
    assertEquals(List.of(120.0, 2.5), history.stream().map(JournalEntry::seconds).toList());
    assertTrue(
        Files.readString(bench.small.workspace().resolve("review/journal.jsonl"))
            .lines()
            .allMatch(line -> line.contains("\"keep\"")));
  }

  @Test
  void aDecisionThatCantBeWrittenIsNotShown() throws Exception {
    int first = bench.shown();
    Files.createDirectory(bench.small.workspace().resolve("review/journal.jsonl"));
    queue.keep();

    assertEquals(first, bench.shown());
    assertEquals("12 of 12 left", queue.leftText());
    assertEquals(1, bench.said().size());
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
    assertEquals("Image " + image.trainIndex(), queue.item(image.trainIndex()).className());
    queue.keep();
    assertEquals("12 of 12 left", queue.leftText());
  }

  @Test
  void aSecondAnnotatorSeesNothingOfTheFirst() {
    int first = bench.shown();
    queue.exclude();
    bench.model.annotatorProperty().set("Ada");

    assertEquals("", queue.item(first).decision());
    assertEquals(first, bench.shown());
    queue.keep();
    bench.model.annotatorProperty().set("annotator 1");
    assertEquals("excluded", queue.item(first).decision());
  }

  @Test
  void aConflictIsResolved() {
    int first = bench.shown();
    queue.exclude();
    bench.model.annotatorProperty().set("Ada");
    queue.keep();
    assertEquals(1, bench.model.staged().staging().orElseThrow().conflicts().size());
    assertEquals(1, bench.model.staged().summaryProperty().get().agreements().size());
    queue.decideAll(List.of(first), Verdict.resolve(""));

    assertEquals(List.of(), bench.model.staged().staging().orElseThrow().conflicts());
    assertEquals(1, bench.model.staged().staging().orElseThrow().excluded());
  }

  @Test
  void filtersAndOrders() {
    int first = bench.shown();
    queue.keep();
    queue.filterProperty().set(QueueFilter.ALL.withState(QueueFilter.State.DECIDED));
    assertEquals(List.of(first), List.copyOf(queue.images()));
    queue.filterProperty().set(QueueFilter.ALL.withLabel(OptionalInt.of(2)));
    assertEquals(Set.of(8, 9, 10, 11), Set.copyOf(queue.images()));
    bench.marks.flag(bench.session.trainSample(6).path(), true);
    queue.filterProperty().set(QueueFilter.ALL.withOnly(Optional.of(bench.model.flagged())));
    assertEquals(List.of(6), List.copyOf(queue.images()));
    queue.filterProperty().set(QueueFilter.ALL);

    List<Integer> usual = List.copyOf(queue.images());
    queue.sort(RankWeights.parse("loss=2,knn=1"));
    assertEquals(Set.copyOf(usual), Set.copyOf(queue.images()));
    assertEquals(1, queue.item(queue.images().get(0)).rank());
    assertEquals(RankWeights.parse("loss=2,knn=1"), queue.orderProperty().get());
  }

  @Test
  void aTypedClassIsOfTheImageThatWasShown() {
    int first = bench.shown();
    int other = (bench.session.trainSample(first).label() + 1) % 3;
    queue.chooseLabel(other);
    assertEquals("→ " + bench.session.className(other), queue.item(first).decision());
  }
}
