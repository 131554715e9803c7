package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;

class AdamTest {
  @Test
  void theFirstStepIsTheLearningRateWhateverTheGradient() {
    float[] weights = {1, 1, 1};

    new Adam(3, 1e-8, 0).step(weights, new float[] {100, -0.01f, 0}, 0.1);

    assertArrayEquals(new float[] {0.9f, 1.1f, 1}, weights, 1e-6f);
  }

  @Test
  void theSecondStepIsTheFormulasByHand() {
    Adam adam = new Adam(1, 1e-8, 0);
    float[] weights = {0};
    adam.step(weights, new float[] {1}, 0.1);
    adam.step(weights, new float[] {-2}, 0.1);

    // m = .9*.1 - .1*2 = -.11, m / (1-.81) = -.578947; v = .999*.001 + .001*4 = .004999, v /
    // .001999 = 2.500750
    assertArrayEquals(new float[] {-0.1f + 0.1f * 0.578947f / 1.581376f}, weights, 1e-6f);
  }

  @Test
  void anEpsilonOfOneIsAddedOutsideTheRootAfterTheCorrection() {
    Adam adam = new Adam(1, 1, 0);
    float[] weights = {0};
    adam.step(weights, new float[] {3}, 0.4);
    // m / (1-.9) = 3, sqrt(v / .001) = 3: 3 / (3 + 1)
    assertArrayEquals(new float[] {-0.3f}, weights, 1e-6f);

    adam.step(weights, new float[] {1}, 0.4);
    // m = .9*.3 + .1 = .37, / .19 = 1.947368; v = .999*.009 + .001 = .009991, / .001999 = 4.997999,
    // root 2.235621
    assertArrayEquals(new float[] {-0.3f - 0.4f * 1.947368f / 3.235621f}, weights, 1e-6f);
  }

  @Test
  void weightDecayIsPartOfTheGradient() {
    float[] weights = {2};

    new Adam(1, 1, 0.5).step(weights, new float[] {2}, 0.4);

    assertArrayEquals(new float[] {2 - 0.4f * 3 / 4}, weights, 1e-6f);
  }

  @Test
  void clippingCutsBothSides() {
    float[] gradients = {-11, -10, 3, 12, Float.NaN};

    Adam.clip(gradients, 10);

    assertArrayEquals(new float[] {-10, -10, 3, 10, Float.NaN}, gradients);
  }

  @Test
  void anEpsilonOfZeroIsRefused() {
    assertThrows(ProblemException.class, () -> new Adam(1, 0, 0));
  }
}
