package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.ui.review.ReviewViewModel.State;
import eifexplorer.ui.testing.SampleSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewViewModelTest {
  @TempDir Path folder;
  private ReviewBench bench;

  @BeforeEach
  void open() {
    bench = ReviewBench.in(folder, new InlineJobRunner());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theReviewIsOpenedWhenItIsFirstLookedAt() {
    assertEquals(State.CLOSED, bench.model.stateProperty().get());
    bench.model.enter();

    assertEquals(State.OPEN, bench.model.stateProperty().get());
    assertEquals(bench.queue().images().get(0), bench.shown());
    assertEquals(SuspectDetectors.all().size(), bench.queue().ordering().detectors().size());
    assertEquals("12 of 12 left", bench.queue().leftText());
  }

  @Test
  void onlyOneMayDecideAtATime() {
    bench.model.enter();
    try (ReviewBench other = bench.again(new InlineJobRunner())) {
      other.model.enter();
      other.queue().decisions().keep();

      assertTrue(
          other.model.troubleProperty().get().contains("Another program is reviewing"),
          other.model.troubleProperty().get());
      assertEquals("12 of 12 left", other.queue().leftText());
    }
  }

  @Test
  void anotherSessionLetsGoOfTheReview() {
    bench.model.enter();
    bench.model.show(SampleSession.of(Optional.empty()));
    try (ReviewBench other = bench.again(new InlineJobRunner())) {
      other.model.enter();
      assertEquals("", other.model.troubleProperty().get());
    }
  }

  @Test
  void aBundleIsReviewedTooButKeepsNoRevisions() {
    bench.model.show(SampleSession.of(Optional.empty()));
    bench.model.enter();
    bench.queue().decisions().exclude();
    bench.model.staged().messageProperty().set("one less");
    bench.model.staged().commit();
    String noCommit = "Only a workspace keeps label revisions. Make one with the command train.";
    assertEquals(1, bench.model.staged().staging().orElseThrow().excluded());
    assertEquals(List.of(noCommit), bench.said());
    bench.model.transfer().export(TransferViewModel.Format.CSV, folder.resolve("x.csv"));
    assertEquals(
        List.of(noCommit, "Only a workspace keeps label revisions that can be exported."),
        bench.said());
    bench.model.compare().run(0, 1);
    assertEquals(
        List.of(noCommit, "Only a workspace keeps label revisions that can be compared."),
        bench.said());
  }

  private String path(int trainIndex) {
    return bench.session.trainSample(trainIndex).path();
  }

  @Test
  void anImageExcludedInReviewIsMarkedEverywhereAndStillIsInTheNextWindow() {
    bench.model.enter();
    int image = bench.shown();
    bench.queue().decisions().exclude();
    assertEquals(Set.of(path(image)), Set.copyOf(bench.marks.excluded()));
    bench.model.close();

    ReviewBench next = bench.again(new InlineJobRunner());
    next.model.show(next.session, Excluded.read(next.session));

    assertEquals(Set.of(path(image)), Set.copyOf(next.marks.excluded()));
    next.model.annotatorProperty().set("somebody else");
    assertEquals(Set.of(), Set.copyOf(next.marks.excluded()));
  }

  @Test
  void newLabelsAreOpenedWithTheModelThatIsOpenUnlessTheNewOneIsAskedFor() {
    bench.model.refresh();
    bench.model.reopen();

    assertEquals(List.of("labels", "labels and model"), bench.asked);
  }

  @Test
  void whoDecidesIsRemembered() {
    bench.model.annotatorProperty().set("Ada");
    bench.queue().blindProperty().set(true);
    Map<String, String> state = bench.model.state();
    bench.model.restore(Map.of());
    assertEquals("annotator 1", bench.model.annotatorProperty().get());
    bench.model.restore(state);

    assertEquals("Ada", bench.model.annotatorProperty().get());
    assertEquals(true, bench.queue().blindProperty().get());
  }

  @Test
  void whoDecidesAndWhetherBlindDoNotGoOverIntoAnotherWorkspace() {
    bench.model.annotatorProperty().set("Ada");
    bench.queue().blindProperty().set(true);
    bench.model.show(bench.session);
    assertEquals("Ada", bench.model.annotatorProperty().get());
    bench.model.show(SampleSession.of(Optional.empty()));

    assertEquals("annotator 1", bench.model.annotatorProperty().get());
    assertEquals(false, bench.queue().blindProperty().get());
  }
}
