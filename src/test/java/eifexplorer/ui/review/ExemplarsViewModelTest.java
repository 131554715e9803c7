package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import eifexplorer.job.InlineJobRunner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExemplarsViewModelTest {
  @TempDir Path folder;
  private ReviewBench bench;
  private ExemplarsViewModel exemplars;

  @BeforeEach
  void open() {
    bench = ReviewBench.in(folder, new InlineJobRunner());
    bench.model.enter();
    exemplars = bench.model.exemplars();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String words() {
    return exemplars.besideProperty().get().words();
  }

  private String key() {
    return exemplars.besideProperty().get().key();
  }

  @Test
  void theImageStandsBesideTypicalImagesOfEachClass() {
    assertNull(exemplars.besideProperty().get());
    exemplars.toggle();
    List<Candidate> candidates = bench.queue().shownProperty().get().candidates();
    assertEquals(candidates.get(0).name() + ", typical image 1 of 4", words());
    exemplars.moveExemplar(-1);
    assertEquals(candidates.get(0).name() + ", typical image 4 of 4", words());
    exemplars.moveClass(1);
    assertEquals(candidates.get(1).name() + ", typical image 1 of 4", words());
    assertEquals("2", key());
    exemplars.moveClass(1);
    assertEquals("0", key());
    exemplars.toggle();
    assertNull(exemplars.besideProperty().get());
  }

  @Test
  void theNextImageStandsBesideItsOwnLikeliestClass() {
    exemplars.toggle();
    exemplars.moveClass(1);
    bench.queue().decisions().keep();
    assertEquals("1", key());
    assertEquals(
        bench.queue().shownProperty().get().candidates().get(0),
        exemplars.besideProperty().get().candidate());
  }

  @Test
  void inABlindPassTheFirstKeyIsOne() {
    bench.queue().blindProperty().set(true);
    exemplars.toggle();
    assertEquals("1", key());
  }
}
