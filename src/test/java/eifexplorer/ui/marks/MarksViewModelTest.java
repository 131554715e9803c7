package eifexplorer.ui.marks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.ReviewMarks;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.testing.HeldJobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksViewModelTest {
  @TempDir Path folder;

  private final NoticesViewModel notices = new NoticesViewModel();
  private final MarksViewModel model =
      new MarksViewModel(new FxJobs(new InlineJobRunner(), Runnable::run), notices);

  @Test
  void aFlagIsShownAndKept() {
    model.show(ReviewMarks.in(folder));
    model.flag("a.jpg", true);
    assertEquals(Set.of("a.jpg"), Set.copyOf(model.flagged()));
    assertEquals(List.of("a.jpg"), ReviewMarks.in(folder).flagged());
  }

  @Test
  void aFlagSetTwiceIsAsBeforeAndWrittenInTheOrderOfTheKeysWhicheverJobComesFirst() {
    HeldJobRunner held = new HeldJobRunner();
    MarksViewModel waiting = new MarksViewModel(new FxJobs(held, Runnable::run), notices);
    waiting.show(ReviewMarks.in(folder));
    waiting.flag("a.jpg", true);
    waiting.flag("b.jpg", true);
    waiting.flag("b.jpg", false);
    waiting.flag("c.jpg", true);
    for (int i = held.count() - 1; i >= 0; i--) {
      held.job(i).finish();
    }

    assertEquals(List.of("a.jpg", "c.jpg"), ReviewMarks.in(folder).flagged());
    assertEquals(Set.of("a.jpg", "c.jpg"), Set.copyOf(waiting.flagged()));
  }

  @Test
  void imagesFlaggedTogetherAreOneChangeAndOneJob() {
    HeldJobRunner held = new HeldJobRunner();
    MarksViewModel waiting = new MarksViewModel(new FxJobs(held, Runnable::run), notices);
    waiting.show(ReviewMarks.in(folder));
    List<Set<String>> heard = new ArrayList<>();
    waiting
        .flagChangesProperty()
        .addListener((value, old, now) -> heard.add(Set.copyOf(waiting.flagged())));
    waiting.flag("a.jpg", true);
    waiting.flag(Set.of("a.jpg", "b.jpg", "c.jpg"), true);
    waiting.flag(Set.of("a.jpg", "c.jpg"), false);
    for (int i = 0; i < held.count(); i++) {
      held.job(i).finish();
    }

    assertEquals(
        List.of(Set.of("a.jpg"), Set.of("a.jpg", "b.jpg", "c.jpg"), Set.of("b.jpg")), heard);
    assertEquals(3, held.count());
    assertEquals(List.of("b.jpg"), ReviewMarks.in(folder).flagged());
  }

  @Test
  void whatIsLeftOutOfTrainingIsMarkedAtOnceAndAsTheReviewSaysAfterwards() {
    assertTrue(model.toggleExcluded("a.jpg"));
    assertFalse(model.toggleExcluded("a.jpg"));
    model.toggleExcluded("b.jpg");
    model.showExcluded(Set.of("c.jpg"));

    assertEquals(Set.of("c.jpg"), Set.copyOf(model.excluded()));
  }

  @Test
  void listenersOutliveTheCollector() {
    List<Set<String>> heard = new ArrayList<>();
    model
        .flagChangesProperty()
        .addListener((value, old, now) -> heard.add(Set.copyOf(model.flagged())));
    System.gc();
    model.flag("a.jpg", true);
    assertEquals(List.of(Set.of("a.jpg")), heard);
  }

  @Test
  void otherMarksReplaceThoseShown() {
    model.show(ReviewMarks.in(folder));
    model.review(new PairKey("x", "y"), true);
    model.show(ReviewMarks.inMemory());
    assertEquals(Set.of(), Set.copyOf(model.reviewed()));
  }

  @Test
  void aNoteIsOnThePairWhicheverWayRoundAndKept() {
    model.show(ReviewMarks.in(folder));
    PairKey pair = new PairKey("x", "y");
    model.note(pair, "first");
    model.note(pair.reversed(), " second ");

    assertEquals("second", model.noteOn(pair));
    assertEquals(Map.of(pair, "second"), ReviewMarks.in(folder).notes());

    model.note(pair.reversed(), " ");
    assertEquals("", model.noteOn(pair));
    assertEquals(Map.of(), ReviewMarks.in(folder).notes());
  }

  @Test
  void aMarkThatCantBeWrittenIsTakenBackWithANotice() throws Exception {
    Path blocked = folder.resolve("review");
    model.show(ReviewMarks.in(blocked));
    Files.writeString(blocked, "a file where the folder should be");
    model.flag("a.jpg", true);
    assertEquals(Set.of(), Set.copyOf(model.flagged()));
    assertEquals(1, notices.notices().size());
  }
}
