package eifexplorer.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelCorrectionsTest {
  private static final ImageDataset DATASET =
      new ImageDataset(
          "d",
          Optional.empty(),
          List.of(new ClassLabel(0, 1, "a"), new ClassLabel(1, 2, "b"), new ClassLabel(2, 3, "c")),
          2,
          List.of(
              new Sample("0.jpg", 0, Split.TRAIN),
              new Sample("1.jpg", 1, Split.TRAIN),
              new Sample("2.jpg", 1, Split.TRAIN)),
          List.of(),
          List.of(),
          Optional.of(new InjectedNoise("shift5", .3, 0, Map.of(2, 0))));

  private static ImageDataset with(LabelChange... changes) {
    return new LabelCorrections(4, List.of(changes)).applyTo(DATASET);
  }

  @Test
  void labelsChangeAndImagesAreLeftOut() {
    ImageDataset corrected =
        with(new LabelChange("1.jpg", "b", ""), new LabelChange("2.jpg", "b", "a"));
    assertArrayEquals(new int[] {0, 0}, corrected.trainLabels());
    assertEquals("2.jpg", corrected.train().get(1).path());
    assertEquals(4, corrected.corrections().revision());
    assertArrayEquals(new int[] {0, 2}, corrected.corrections().keptTraining(DATASET));
  }

  @Test
  void theTruthStaysKnown() {
    ImageDataset corrected =
        with(new LabelChange("0.jpg", "a", "b"), new LabelChange("1.jpg", "b", ""));
    assertEquals(Map.of(0, 0, 1, 0), corrected.noise().orElseThrow().trueLabels());
  }

  @Test
  void aClassThatIsNotTrainedOnIsRefused() {
    assertThrows(ProblemException.class, () -> with(new LabelChange("0.jpg", "a", "c")));
  }
}
