package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.ui.testing.HeldJobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
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
    bench.model.requests().look(4);
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
    int second = batch.cursorProperty().get();
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
    assertEquals("8 of 12 left", bench.queue().leftText());
    bench.queue().decisions().undo();
    assertEquals("12 of 12 left", bench.queue().leftText());
  }

  @Test
  void gridAndQueueStandAtTheSameImage() {
    batch.move(1);
    assertEquals(batch.cursorProperty().get(), bench.shown());
    bench.queue().select(9);
    assertEquals(Set.of(8, 9, 10, 11), Set.copyOf(batch.images()));
    assertEquals(9, batch.cursorProperty().get());
    batch.toggle(10);
    bench.queue().select(4);
    assertEquals(Set.of(), Set.copyOf(batch.chosen()));
    assertEquals(bench.label(4), batch.title());
  }

  @Test
  void aFinishedClassMakesWayForTheNext() {
    batch.toggleAll();
    batch.exclude();
    assertEquals(4, batch.images().size());
    assertEquals(bench.label(bench.shown()), batch.title());
    batch.toggleAll();
    batch.exclude();
    batch.toggleAll();
    batch.exclude();
    assertEquals(List.of(), List.copyOf(batch.images()));
    assertEquals("Nothing left here", batch.title());
  }

  @Test
  void aBlindBatchIsTheNextImagesWithoutGivenLabelsOrProbabilities() {
    bench.queue().blindProperty().set(true);
    assertFalse(batch.openProperty().get());
    batch.toggleOpen();
    assertEquals("The next 12 images", batch.title());
    assertEquals(
        batch.candidates().stream().map(Candidate::name).sorted().toList(),
        batch.candidates().stream().map(Candidate::name).toList());
    assertTrue(batch.candidates().stream().allMatch(of -> of.probability().isEmpty()));
    int image = batch.cursorProperty().get();
    batch.choose(1);
    assertEquals(11, batch.images().size());
    assertTrue(bench.queue().item(image).decision().startsWith("→ "));
  }

  @Test
  void twoKeysDecideOnceAboutTheSame() {
    HeldJobRunner held = new HeldJobRunner();
    bench.close();
    try (ReviewBench slow = bench.again(held)) {
      slow.model.enter();
      for (int i = 0; i < held.count(); i++) {
        held.job(i).finish();
      }
      slow.model.batch().toggleOpen();
      int jobs = held.count();
      slow.model.batch().keep();
      slow.model.batch().keep();
      for (int i = jobs; i < held.count(); i++) {
        held.job(i).finish();
      }
      assertEquals("11 of 12 left", slow.queue().leftText());
    }
  }

  @Test
  void theSizeOfThePicturesHasBounds() {
    batch.zoom(100);
    assertEquals(BatchViewModel.LARGEST, batch.widthProperty().get());
    batch.zoom(0.001);
    assertEquals(BatchViewModel.SMALLEST, batch.widthProperty().get());
  }

  @Test
  void whoeverIsToldThatItOpensAgainCanAskWhatItIs() {
    List<String> titles = new ArrayList<>();
    batch.openProperty().addListener((value, old, now) -> titles.add(batch.title()));
    batch.toggleOpen();
    batch.toggleOpen();
    assertEquals(2, titles.size());
    assertEquals(bench.label(4), batch.title());
  }
}
