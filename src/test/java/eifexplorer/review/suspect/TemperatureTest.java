package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TemperatureTest {
  /** Right in four of five: the likelihood is highest where softmax says .8, at a difference of ln 4. */
  @Test
  void theProbabilityIsHowOftenItIsRight() {
    double[][] logits = new double[10][];
    int[] labels = new int[10];
    for (int i = 0; i < 10; i++) {
      logits[i] = new double[] {3, 1, Double.NaN};
      labels[i] = i % 5 == 0 ? 1 : 0;
    }
    Temperature found = Temperature.of(logits, labels);
    assertEquals(2 / Math.log(4), found.value(), 1e-3);
    assertEquals(-.8 * Math.log(.8) - .2 * Math.log(.2), found.loss(), 1e-6);
  }
}
