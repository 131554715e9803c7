package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.LabelChange;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.journal.Decisions.Conflict;
import eifexplorer.review.revision.Staging;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisputesViewModelTest {
  @TempDir Path folder;
  private ReviewBench bench;
  private DisputesViewModel disputes;

  @BeforeEach
  void open() {
    bench = ReviewBench.in(folder, new InlineJobRunner());
    bench.model.enter();
    disputes = bench.model.disputes();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Staging staging() {
    return bench.model.staged().staging().orElseThrow();
  }

  private List<LabelChange> changes() {
    return disputes.changes();
  }

  @Test
  void oneStagedChangeIsTakenBackAndTheOthersStay() {
    int first = bench.shown();
    bench.queue().decisions().exclude();
    bench.queue().decisions().choose(1);
    LabelChange change = staging().of(bench.session.trainSample(first).path()).orElseThrow();
    disputes.revert(change);

    assertEquals(1, changes().size());
    assertEquals("", bench.queue().item(first).decision());
    bench.queue().decisions().undo();
    assertEquals(2, changes().size());
  }

  @Test
  void aChangeThatOthersMadeIsOverruledAndTheirDecisionStays() {
    int first = bench.shown();
    bench.queue().decisions().exclude();
    bench.model.annotatorProperty().set("Ada");
    disputes.revert(changes().get(0));

    assertEquals(List.of(), changes());
    bench.model.annotatorProperty().set("annotator 1");
    assertEquals("excluded", bench.queue().item(first).decision());
  }

  @Test
  void fromThreeAnnotatorsOnAlphaStandsForKappa() {
    int first = bench.shown();
    bench.queue().decisions().exclude();
    bench.model.annotatorProperty().set("Ada");
    bench.queue().select(first);
    bench.queue().decisions().keep();
    assertEquals("Agreement of annotator 1 and Ada: κ 0.00 on 1", agreement());
    bench.model.annotatorProperty().set("Bo");
    bench.queue().select(first);
    bench.queue().decisions().keep();
    assertEquals("Agreement of 3 annotators: α 0.00 on 1", agreement());
  }

  private String agreement() {
    return bench.model.staged().summaryProperty().get().agreement();
  }

  @Test
  void theImagesOfOneMoveAreListedAlone() {
    bench.queue().decisions().exclude();
    bench.queue().decisions().choose(1);
    Staging.Move move = staging().moves().get(0);
    disputes.choose(Optional.of(move));
    assertEquals(move.count(), changes().size());
    assertEquals(move.to(), changes().get(0).to());
    disputes.choose(Optional.empty());
    assertEquals(2, changes().size());
    assertEquals("annotator 1", disputes.by(changes().get(0).sample()));
  }

  @Test
  void aConflictIsSettledAtItsImageAndSaidToBe() {
    int first = bench.shown();
    assertEquals("No two annotators looked at the same image yet", disputes.noConflict());
    bench.queue().decisions().exclude();
    bench.model.annotatorProperty().set("Ada");
    bench.queue().decisions().keep();
    assertTrue(disputes.shown().isEmpty());
    bench.queue().select(first);
    Conflict conflict = disputes.shown().orElseThrow();
    bench.queue().blindProperty().set(true);
    assertTrue(disputes.shown().isEmpty());
    bench.queue().blindProperty().set(false);
    disputes.resolve(conflict, "");

    assertTrue(disputes.shown().isEmpty());
    assertEquals(first, bench.shown());
    assertEquals(1, staging().excluded());
    assertEquals(
        "Settled: what holds was said wherever annotators disagree", disputes.noConflict());
  }
}
