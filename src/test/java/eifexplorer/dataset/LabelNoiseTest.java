package eifexplorer.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelNoiseTest {
  @Test
  void shiftGoesBackAtTheEnd() {
    assertArrayEquals(
        new int[] {5, 6, 7, 8, 9, 10, 11, 2, 3, 4, 5, 6}, relabelled(LabelNoise.shift5(), 12));
  }

  @Test
  void shiftWrapsWithSevenClasses() {
    assertArrayEquals(new int[] {5, 6, 0, 1, 2, 3, 4}, relabelled(LabelNoise.shift5(), 7));
  }

  @Test
  void shiftGoesOneOnWhereFiveLeadsBack() {
    assertArrayEquals(new int[] {1, 2, 3, 4, 0}, relabelled(LabelNoise.shift5(), 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6, 8, 9, 10, 11, 50})
  void shiftNeverKeepsALabelNorLeavesTheClasses(int classCount) {
    int[] labels = relabelled(LabelNoise.shift5(), classCount);
    assertEquals(
        0,
        IntStream.range(0, classCount)
            .filter(i -> labels[i] == i || labels[i] < 0 || labels[i] >= classCount)
            .count());
  }

  @Test
  void uniformReachesEveryOtherClass() {
    NumpyRandom random = new NumpyRandom(3);
    int[] seen =
        IntStream.range(0, 200)
            .map(i -> LabelNoise.uniform().wrongLabel(2, 5, random))
            .distinct()
            .sorted()
            .toArray();
    assertArrayEquals(new int[] {0, 1, 3, 4}, seen);
  }

  @Test
  void confusionTakesTheMostSimilarClass() {
    assertArrayEquals(
        new int[] {2, 0, 1}, relabelled(LabelNoise.confusion(new int[] {2, 0, 1}), 3));
  }

  @Test
  void confusionOfAClassWithItselfIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> LabelNoise.confusion(new int[] {1, 1}));
  }

  @Test
  void unknownModelIsRefusedByName() {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> LabelNoise.byId("shift6"));
    assertEquals(
        "The noise model is shift6. Did you mean \"shift5\"? Allowed: shift5, uniform, confusion.",
        problem.getMessage());
  }

  private static int[] relabelled(LabelNoise noise, int classCount) {
    NumpyRandom random = new NumpyRandom(0);
    return IntStream.range(0, classCount)
        .map(label -> noise.wrongLabel(label, classCount, random))
        .toArray();
  }
}
