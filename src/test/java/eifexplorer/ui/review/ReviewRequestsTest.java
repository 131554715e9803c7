package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.revision.OriginalLabels;
import eifexplorer.ui.testing.HeldJobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewRequestsTest {
  @TempDir Path folder;
  private ReviewBench bench;
  private ReviewRequests requests;

  @BeforeEach
  void open() {
    bench = ReviewBench.in(folder, new InlineJobRunner());
    requests = bench.model.requests();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String path(int trainIndex) {
    return bench.session.trainSample(trainIndex).path();
  }

  @Test
  void anImageOfExploreIsLookedAtOnceTheReviewIsOpen() {
    requests.look(5);
    bench.model.enter();
    assertEquals(5, bench.shown());
    requests.look(7);
    assertEquals(7, bench.shown());
  }

  @Test
  void imagesPickedOnTheMapAreListedAloneOnceTheReviewIsOpen() {
    requests.listOnly(Set.of(path(3), path(9)));
    bench.model.enter();

    assertEquals(Set.of(3, 9), Set.copyOf(bench.queue().images()));
  }

  @Test
  void excludingInExploreOpensTheReviewAndCanBeUndone() {
    requests.toggleExcluded(3);

    assertEquals("excluded", bench.queue().item(3).decision());
    bench.notices.notices().get(0).action().orElseThrow().run().run();
    assertEquals("", bench.queue().item(3).decision());
  }

  @Test
  void excludingTwiceTakesItBackWithTheMarkAndTheOfferToUndoIt() {
    bench.model.enter();
    int shown = bench.shown();
    requests.toggleExcluded(3);
    assertEquals(Set.of(path(3)), Set.copyOf(bench.marks.excluded()));

    requests.toggleExcluded(3);

    assertEquals(Set.of(), Set.copyOf(bench.marks.excluded()));
    assertEquals("", bench.queue().item(3).decision());
    assertEquals(List.of(), bench.said());
    assertEquals(shown, bench.shown());
  }

  @Test
  void undoIsOfferedOnlyAsLongAsThereIsSomethingToUndo() {
    bench.model.enter();
    requests.toggleExcluded(3);
    assertEquals(1, bench.said().size(), bench.said().toString());
    bench.queue().decisions().undo();
    assertEquals(List.of(), bench.said());

    requests.toggleExcluded(3);
    bench.queue().select(3);
    bench.queue().decisions().keep();
    assertEquals(List.of(), bench.said(), "decided otherwise");

    requests.toggleExcluded(4);
    bench.queue().select(5);
    bench.queue().decisions().keep();
    assertEquals(1, bench.said().size(), "another image");
  }

  @Test
  void takingAnExclusionBackBringsTheDecisionBeforeBackAndLeavesLaterOnesAlone() {
    bench.model.enter();
    bench.queue().select(3);
    bench.queue().decisions().keep();
    requests.toggleExcluded(3);
    requests.toggleExcluded(3);
    assertEquals("kept", bench.queue().item(3).decision());

    requests.toggleExcluded(4);
    requests.toggleExcluded(5);
    requests.toggleExcluded(4);

    assertEquals(
        List.of("", "excluded"),
        List.of(bench.queue().item(4).decision(), bench.queue().item(5).decision()));
    assertEquals(Set.of(path(5)), Set.copyOf(bench.marks.excluded()));
  }

  @Test
  void anExclusionTakenBackBeforeTheReviewIsOpenIsNeverWritten() {
    HeldJobRunner held = new HeldJobRunner();
    ReviewBench waiting = bench.again(held);
    waiting.model.requests().toggleExcluded(3);
    assertEquals(Set.of(path(3)), Set.copyOf(waiting.marks.excluded()));
    waiting.model.requests().toggleExcluded(3);
    held.job(0).finish();

    assertEquals(Set.of(), Set.copyOf(waiting.marks.excluded()));
    assertEquals(
        0,
        ReviewDesk.look(
                bench.session.workspace().orElseThrow().review(),
                OriginalLabels.of(bench.session.dataset()))
            .journal()
            .size());
  }
}
