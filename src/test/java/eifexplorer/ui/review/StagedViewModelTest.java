package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.revision.Revision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedViewModelTest {
  @TempDir Path folder;
  private ReviewBench bench;
  private StagedViewModel staged;

  @BeforeEach
  void open() {
    bench = ReviewBench.in(folder, new InlineJobRunner());
    bench.model.enter();
    staged = bench.model.staged();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void decideAndCommit() {
    bench.queue().decisions().exclude();
    bench.queue().decisions().choose(1);
    staged.messageProperty().set("first pass");
    staged.commit();
  }

  @Test
  void whatIsDecidedIsStagedUntilItIsCommitted() {
    bench.queue().decisions().exclude();
    bench.queue().decisions().choose(1);
    bench.queue().decisions().keep();
    assertEquals(2, staged.staging().orElseThrow().changes().size());
    staged.messageProperty().set("first pass");
    staged.commit();

    assertEquals(0, staged.staging().orElseThrow().changes().size());
    assertEquals("", staged.messageProperty().get());
    assertEquals(1, staged.currentProperty().get());
    assertEquals(
        List.of("first pass", "The data set's own labels"),
        staged.revisions().stream().map(Revision::message).toList());
  }

  @Test
  void theSessionIsStaleAfterACommitAndNoMoreAfterGoingBack() {
    decideAndCommit();
    assertEquals("stale: 2 labels changed", staged.staleProperty().get());
    staged.checkout(0);

    assertEquals("", staged.staleProperty().get());
    assertEquals(0, staged.currentProperty().get());
    assertEquals("12 of 12 left", bench.queue().leftText());
  }

  @Test
  void aCommitWithoutAMessageOrWithoutChangesIsRefused() {
    assertTrue(staged.commit());
    assertEquals(List.of("Nothing is staged: there is nothing to commit."), bench.said());
    bench.queue().decisions().exclude();
    assertFalse(staged.commit());
    assertEquals(List.of("The message is empty. Say in a few words what was done."), bench.said());
    assertEquals(1, staged.staging().orElseThrow().changes().size());
  }

  @Test
  void theSummaryCountsWhatWasWrong() {
    bench.queue().decisions().keep();
    bench.queue().decisions().exclude();
    bench.queue().decisions().unsure();
    Summary summary = staged.summaryProperty().get();

    assertEquals(
        List.of(3, 0, 12, 10),
        List.of(
            summary.decided(), summary.wrong(), summary.size(), summary.estimate().undecided()));
  }
}
