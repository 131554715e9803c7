package eifexplorer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.Split;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.OriginalLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels of test images are corrected as those of training images are. */
class TestImageDecisionsTest {
  private static final String TEST = "images/003.Dusky_Swift/t.jpg";
  private static final String SWIFT = "003.Dusky_Swift";
  private static final String TERN = "001.Amber_Tern";

  @TempDir Path folder;
  private final ImageDataset dataset = SmallReview.dataset(Optional.empty());
  private ReviewDesk desk;

  @BeforeEach
  void open() {
    desk = ReviewDesk.open(folder, OriginalLabels.of(dataset));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private ReviewQueue queue(ImageDataset of, String annotator) {
    return new ReviewQueue(of, SmallReview.ranking(), desk, annotator, "m");
  }

  private ReviewQueue queue() {
    return queue(dataset, "ann");
  }

  @Test
  void aTestImageMayGetAnyClassAndIsMeasuredWithItOnceCommitted() {
    queue().decideOn(TEST, Verdict.label(TERN), "a copy", 0);
    ImageDataset corrected = desk.commit("a copy").corrections().applyTo(dataset);

    assertEquals(
        List.of(new LabelChange(TEST, SWIFT, TERN, Split.TEST)), corrected.corrections().changes());
    assertEquals(0, corrected.test().get(0).label());
    assertEquals(dataset.train(), corrected.train());
  }

  @Test
  void aTestImageLeftOutIsNotMeasuredAndComesBack() {
    queue().decideOn(TEST, Verdict.EXCLUDE, "", 0);
    ImageDataset without = desk.commit("out").corrections().applyTo(dataset);
    assertEquals(List.of(), without.test());
    assertEquals(1, without.corrections().testLeftOut().size());

    queue(without, "ann").decideOn(TEST, Verdict.WITHDRAW, "", 0);
    assertEquals(List.of(new LabelChange(TEST, "", SWIFT, Split.TEST)), desk.staging().changes());
    assertEquals(dataset.test(), desk.commit("in").corrections().applyTo(dataset).test());

    desk.checkout(1);
    assertEquals(Optional.of(""), desk.decisions().label(TEST));
  }

  @Test
  void undoAndConflictsKnowTestImages() {
    queue().decideOn(TEST, Verdict.label(TERN), "", 0);
    queue(dataset, "bob").decideOn(TEST, Verdict.KEEP, "", 0);
    assertEquals(TEST, desk.decisions().conflicts().get(0).sample());

    queue().undo();
    assertEquals(List.of(), desk.decisions().conflicts());
    assertEquals(Optional.of(SWIFT), desk.decisions().label(TEST));
  }

  @Test
  void aClassThatIsNotThereIsRefused() {
    assertThrows(
        ProblemException.class, () -> queue().decideOn(TEST, Verdict.label("Sea Serpent"), "", 0));
  }

  @Test
  void decisionsAboutTestImagesAreImported() throws IOException {
    Path file = Files.writeString(folder.resolve("d.csv"), "path,new\n" + TEST + ",dusky swift\n");
    List<JournalEntry> read = DecisionCsv.read(file, dataset, desk, "import", remark -> {});

    assertEquals(DecisionKind.KEEP, read.get(0).kind());
  }

  @Test
  void revisionsOfBeforeThatDoNotSayTheSplitAreOfTrainingImages() throws IOException {
    queue().decideOn("images/001.Amber_Tern/3.jpg", Verdict.EXCLUDE, "", 0);
    desk.commit("old");
    Path file = folder.resolve("revisions").resolve("1.json");
    Files.writeString(file, Files.readString(file).replaceAll(",\\s*\"split\" : \"[A-Z]+\"", ""));

    assertEquals(
        List.of(new LabelChange("images/001.Amber_Tern/3.jpg", TERN, "", Split.TRAIN)),
        desk.revision(1).labels());
  }
}
