package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.training.PlanPresets;
import eifexplorer.training.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingChecksTest {
  private static final TrainingPlan PLAN = PlanPresets.plan("cub_frozen_SoftTriple");

  @Test
  void classesWithFewerImagesThanABatchTakesAreNamed() {
    assertEquals(
        List.of(
            "Classes with fewer than 4 images make shorter batches: class 1, class 2, class 3 and"
                + " 1 more."),
        TrainingChecks.remarks(PLAN, dataset(9, 3, 2, 1, 2, 4)));
    assertEquals(List.of(), TrainingChecks.remarks(PLAN, dataset(9, 4)));
  }

  @Test
  void aLabelChangesTheFingerprint() {
    String before = TrainingChecks.fingerprint(dataset(3, 3));

    assertEquals(before, TrainingChecks.fingerprint(dataset(3, 3)));
    assertNotEquals(before, TrainingChecks.fingerprint(dataset(2, 4)));
  }

  /** Training images only, so many of each class. */
  static ImageDataset dataset(int... counts) {
    int[] labels =
        IntStream.range(0, counts.length)
            .flatMap(c -> IntStream.generate(() -> c).limit(counts[c]))
            .toArray();
    List<Sample> train =
        IntStream.range(0, labels.length)
            .mapToObj(i -> new Sample(i + ".jpg", labels[i], Split.TRAIN))
            .toList();
    List<ClassLabel> classes =
        IntStream.range(0, counts.length)
            .mapToObj(c -> new ClassLabel(c, c + 1, "class_" + c))
            .toList();
    return new ImageDataset(
        "cub",
        Optional.empty(),
        classes,
        counts.length,
        train,
        List.of(),
        List.of(),
        Optional.empty());
  }
}
