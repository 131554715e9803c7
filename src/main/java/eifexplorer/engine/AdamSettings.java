package eifexplorer.engine;

import eifexplorer.problem.ProblemException;

/**
 * One step of Adam as PyTorch computes it: m and v are the running means of g and g² and {@code w -= lr / (1 - beta1^t) *
 * m / (sqrt(v) / sqrt(1 - beta2^t) + eps)}. Kingma, Ba: Adam: A Method for Stochastic Optimization (2014).
 *
 * @param backboneRate learning rate of the back bone, at least 0; the authors take 4e-3, and 0 in the warm-up
 * @param headRate learning rate of the last linear layer, at least 0; the authors take 4e-3
 * @param beta1 in [0,1), usually .9
 * @param beta2 in [0,1), usually .999
 * @param epsilon positive; the authors take 1.0, which makes Adam nearly plain momentum
 * @param clip every element of a gradient is first cut to [-clip, clip]; the authors take 10; infinity cuts nothing
 */
public record AdamSettings(
    double backboneRate, double headRate, double beta1, double beta2, double epsilon, double clip) {
  /** Throws {@link ProblemException} if a number is out of range. */
  public AdamSettings {
    require("learning rate", backboneRate, backboneRate >= 0 && headRate >= 0, "0 or more");
    require("beta1", beta1, beta1 >= 0 && beta1 < 1, "0 to below 1");
    require("beta2", beta2, beta2 >= 0 && beta2 < 1, "0 to below 1");
    require("epsilon", epsilon, epsilon > 0, "above 0");
    require("gradient clip", clip, clip > 0, "above 0");
  }

  /** These learning rates with betas .9 and .999. */
  public static AdamSettings of(double backboneRate, double headRate, double epsilon, double clip) {
    return new AdamSettings(backboneRate, headRate, 0.9, 0.999, epsilon, clip);
  }

  private static void require(String field, double value, boolean fits, String allowed) {
    if (!fits) {
      throw ProblemException.badValue(field, value, allowed);
    }
  }
}
