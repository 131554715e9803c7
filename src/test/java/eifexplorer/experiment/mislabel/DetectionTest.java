package eifexplorer.experiment.mislabel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.review.suspect.SuspectScores;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTest {
  /** Ten labels, of which the first, third and last of the order are wrong. */
  @Test
  void numbersAreThoseCountedByHand() {
    double[] suspicion = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    boolean[] wrong = new boolean[10];
    wrong[0] = true;
    wrong[2] = true;
    wrong[9] = true;

    Detection detection = Detection.of(new SuspectScores(suspicion, suspicion), wrong);

    assertEquals((1 + 2 / 3.0 + 3 / 10.0) / 3, detection.averagePrecision(), 1e-12);
    assertEquals(2 / 3.0, detection.precisionAtN(), 1e-12);
    assertEquals((7 + 6 + 0) / 21.0, detection.auroc(), 1e-12);
    assertEquals(101, detection.found().size());
    assertEquals(
        List.of(0.0, 1 / 3.0, 1 / 3.0, 2 / 3.0, 1.0),
        List.of(0, 10, 20, 30, 100).stream().map(detection.found()::get).toList());
  }

  @Test
  void equalSuspicionsAreTakenInEveryOrderAtOnce() {
    double[] suspicion = {1, 1, 1, 1};

    Detection detection =
        Detection.of(
            new SuspectScores(suspicion, suspicion), new boolean[] {true, false, false, false});

    assertEquals(0.5, detection.found().get(50), 1e-12);
    assertEquals(0.25, detection.precisionAtN(), 1e-12);
  }
}
