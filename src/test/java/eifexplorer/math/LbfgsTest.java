package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LbfgsTest {
  /** Curvatures from 1 to 10,000: the steepest way down alone would take thousands of steps. */
  @Test
  void aLongNarrowBowlIsLeftAtItsBottom() {
    double[] bottom = {1, -2, 3, -4, 5};
    int[] asked = {0};
    double[] found =
        Lbfgs.minimise(
            (place, gradient) -> {
              asked[0]++;
              double value = 0;
              for (int i = 0; i < place.length; i++) {
                double curvature = Math.pow(10, i);
                double away = place[i] - bottom[i];
                value += curvature * away * away / 2;
                gradient[i] = curvature * away;
              }
              return value;
            },
            new double[5],
            1e-8,
            100);
    assertArrayEquals(bottom, found, 1e-7);
    assertEquals(true, asked[0] < 60, asked[0] + " evaluations");
  }

  @Test
  void whereNothingFallsNothingMoves() {
    double[] found = Lbfgs.minimise((place, gradient) -> 3, new double[] {1, 2}, 0, 10);
    assertArrayEquals(new double[] {1, 2}, found);
  }
}
