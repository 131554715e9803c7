package eifexplorer.training;

import java.util.Arrays;

/** Weights of the training samples for re-weighted retraining. */
public final class SampleWeights {
  private SampleWeights() {}

  /**
   * 1 for every sample, but for those that help or harm. A sample that is in both sets counts as helpful. Fractions are
   * kept (the authors' program cuts them off).
   *
   * @param count N
   * @param helpful indices of samples that get {@code helpfulWeight} (authors: 2)
   * @param harmful indices of samples that get {@code harmfulWeight} (authors: 0)
   * @return [N]
   * @throws eifexplorer.problem.ProblemException for a negative weight
   */
  public static double[] of(
      int count, int[] helpful, double helpfulWeight, int[] harmful, double harmfulWeight) {
    Range.atLeastZero("helpful weight", helpfulWeight);
    Range.atLeastZero("harmful weight", harmfulWeight);
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    for (int i : harmful) {
      weights[i] = harmfulWeight;
    }
    for (int i : helpful) {
      weights[i] = helpfulWeight;
    }
    return weights;
  }
}
