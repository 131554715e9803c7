package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.InlineJobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchViewModelTest {
  @TempDir Path folder;
  private ReviewBench bench;
  private BatchViewModel batch;

  @BeforeEach
  void open() {
    bench = ReviewBench.in(folder, new InlineJobRunner());
    bench.model.enter();
    bench.model.look(4);
    batch = bench.model.batch();
    batch.toggleOpen();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theSuspectsOfTheImagesClassAreShown() {
    assertEquals(Set.of(4, 5, 6, 7), Set.copyOf(batch.images()));
    assertEquals(bench.label(4), batch.title());
    assertEquals("0 of 4 chosen", batch.chosenText());
    assertEquals(2, batch.candidates().size());
  }

  @Test
  void severalAreDecidedTogetherAndMakeRoom() {
    batch.toggle(4);
    batch.toggle(6);
    String to = batch.candidates().get(0).name();
    batch.choose(1);

    assertEquals(Set.of(5, 7), Set.copyOf(batch.images()));
    assertEquals(Set.of(), Set.copyOf(batch.chosen()));
    assertEquals(
        List.of("→ " + to, "", "→ " + to),
        List.of(4, 5, 6).stream().map(i -> bench.queue().item(i).decision()).toList());
  }

  @Test
  void withoutAChoiceTheOneUnderTheCursorIsMeant() {
    batch.move(1);
    int second = batch.images().get(1);
    batch.exclude();
    assertEquals("excluded", bench.queue().item(second).decision());
    assertEquals(3, batch.images().size());
  }

  @Test
  void allAreChosenAndKept() {
    batch.toggleAll();
    batch.toggleAll();
    assertEquals("0 of 4 chosen", batch.chosenText());
    batch.toggleAll();
    batch.keep();
    assertEquals(List.of(), List.copyOf(batch.images()));
    assertEquals("8 of 12 left", bench.queue().leftText());
  }
}
