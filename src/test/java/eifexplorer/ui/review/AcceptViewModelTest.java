package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.journal.JournalEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptViewModelTest {
  @TempDir Path folder;
  private ReviewBench bench;
  private AcceptViewModel accept;

  @BeforeEach
  void open() {
    bench = ReviewBench.in(folder, new InlineJobRunner());
    bench.model.enter();
    accept = bench.model.accept();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<Integer> images() {
    return accept.shown().stream().map(AcceptViewModel.Likely::trainIndex).toList();
  }

  @Test
  void certainLabelsAreLookedOverLeftOutAcceptedAndUndoneInOneStep() {
    accept.toggleOpen();
    accept.from(0);
    List<AcceptViewModel.Likely> all = List.copyOf(accept.shown());
    assertTrue(all.size() > 2, accept.text());
    assertTrue(all.get(0).probability() <= all.get(all.size() - 1).probability());
    int leftOut = images().get(0);
    accept.toggle(leftOut);
    accept.accept();

    assertEquals(12 - (all.size() - 1) + " of 12 left", bench.queue().leftText());
    assertFalse(accept.openProperty().get());
    assertFalse(bench.queue().isDecided(leftOut));
    AcceptViewModel.Likely last = all.get(all.size() - 1);
    assertEquals(
        "→ " + bench.session.className(last.label()) + ", automatic",
        bench.queue().item(last.trainIndex()).decision());
    assertEquals(JournalEntry.AUTO, bench.queue().entry(last.trainIndex()).method());
    bench.queue().decisions().undo();
    assertEquals("12 of 12 left", bench.queue().leftText());
  }

  @Test
  void onlyWhatTheAnnotatorDecidedThemselvesSaysHowOftenTheyAreRight() {
    accept.toggleOpen();
    accept.from(0);
    assertEquals(
        "You decided about none as certain as these yet: not known how often they are right.",
        accept.checked());
    assertFalse(accept.isDoubtful());
    bench.queue().select(images().get(0));
    bench.queue().decisions().choose(1);
    bench.queue().select(images().get(0));
    bench.queue().decisions().keep();
    bench.queue().select(images().get(0));
    bench.queue().decisions().unsure();
    String checked =
        "Of those as certain that you decided yourself, 1 of 2 were right. Look at each of these.";
    assertEquals(checked, accept.checked());
    assertTrue(accept.isDoubtful());
    accept.accept();
    assertEquals(checked, accept.checked());
  }

  @Test
  void aHigherProbabilityListsFewerAndABlindPassNone() {
    accept.toggleOpen();
    accept.from(0);
    double highest = accept.shown().get(accept.shown().size() - 1).probability();
    accept.from(highest);
    assertEquals(1, images().size());
    assertEquals("", accept.nothing());
    accept.from(1);
    assertEquals("None is as certain as 1.00", accept.text());
    assertTrue(accept.nothing().contains("a lower probability"), accept.nothing());
    accept.toggleOpen();
    bench.queue().blindProperty().set(true);
    accept.toggleOpen();
    assertFalse(accept.openProperty().get());
    assertEquals(List.of("In a blind pass no labels are proposed to be accepted."), bench.said());
  }
}
