package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreStabilityTest {
  private static InfluenceScores scores(double... influence) {
    return new InfluenceScores(influence, new double[0][], new double[0], 1);
  }

  private static List<Integer> stable(ScoreStability stability) {
    return IntStream.range(0, stability.size()).filter(stability::isStable).boxed().toList();
  }

  @Test
  void signsAndRanksAreCountedFromEachSamplesOwnEnd() {
    ScoreStability stability =
        ScoreStability.of(
            "two epochs",
            scores(5, 1, -1, -4),
            List.of(scores(4, -1, 5, -6), scores(-1, 2, 1, -3)));

    assertEquals(
        List.of(
            "same sign in 1 of 2, rank 1 (1 to 3 of 4)",
            "same sign in 1 of 2, rank 2 (1 to 3 of 4)",
            "same sign in 0 of 2, rank 2 (2 to 4 of 4)",
            "same sign in 2 of 2, rank 1 (1 to 1 of 4)"),
        IntStream.range(0, 4).mapToObj(stability::text).toList());
    assertEquals(List.of(3), stable(stability));
  }

  @Test
  void aTenthOfAllIsTheSamePlace() {
    double[] own = IntStream.range(0, 20).mapToDouble(i -> 20 - i).toArray();
    double[] moved = own.clone();
    moved[0] = own[2] - 0.5;
    moved[10] = own[13] - 0.5;

    ScoreStability stability = ScoreStability.of("one", scores(own), List.of(scores(moved)));

    assertEquals(IntStream.range(0, 20).filter(i -> i != 10).boxed().toList(), stable(stability));
  }

  @Test
  void whatNeitherHarmsNorHelpsIsNotStable() {
    double[] none = new double[3];
    Arrays.fill(none, 0);

    assertEquals(List.of(), stable(ScoreStability.of("one", scores(none), List.of(scores(none)))));
  }
}
