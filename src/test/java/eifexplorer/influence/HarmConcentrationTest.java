package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HarmConcentrationTest {
  private static Optional<HarmConcentration> of(int[] labels, double... influence) {
    return HarmConcentration.of(
        new InfluenceScores(influence, new double[0][], new double[0], 1), labels);
  }

  @Test
  void theTenMostHarmfulAndTheirClassAreHeldAgainstAllHarm() {
    double[] influence = new double[22];
    Arrays.fill(influence, 0, 10, 3);
    Arrays.fill(influence, 10, 20, 1);
    influence[20] = -7;
    int[] labels = new int[22];
    Arrays.fill(labels, 4, 14, 1);

    assertEquals(
        Optional.of(new HarmConcentration(20, 10, 1, 6, 30 / 40.0, 22 / 40.0)),
        of(labels, influence));
  }

  @Test
  void ofTwoClassesAlikeTheMoreHarmfulImagesIsNamed() {
    assertEquals(
        Optional.of(new HarmConcentration(2, 2, 5, 1, 1, 0.75)), of(new int[] {4, 5, 4}, 1, 3, -1));
  }

  @Test
  void withoutHarmThereIsNothingToSay() {
    assertEquals(Optional.empty(), of(new int[] {0, 1}, 0, -2));
  }
}
