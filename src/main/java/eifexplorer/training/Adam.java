package eifexplorer.training;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.math.LearningLayer.Moments;
import eifexplorer.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam as PyTorch computes it: {@code m = β1 m + (1-β1) g}, {@code v = β2 v + (1-β2) g²}, {@code w -= lr / (1-β1^t) * m /
 * (√v / √(1-β2^t) + eps)}. Kingma, Ba: Adam: A Method for Stochastic Optimization (2014).
 *
 * <p>eps is added after the bias correction and outside the root: with the authors' eps of 1 any other place would give
 * other steps. Holds the moments of one array of weights; used by one thread.
 */
public final class Adam {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;

  private final float[] means;
  private final float[] squares;
  private final double epsilon;
  private final double weightDecay;
  private int steps;

  /**
   * Starts with moments of zero.
   *
   * @param size number of weights
   * @param epsilon above 0
   * @param weightDecay times the weight is added to its gradient, 0 or more
   */
  public Adam(int size, double epsilon, double weightDecay) {
    if (!(epsilon > 0)) {
      throw ProblemException.badValue("epsilon", epsilon, "above 0");
    }
    if (!(weightDecay >= 0)) {
      throw ProblemException.badValue("weight decay", weightDecay, "0 or more");
    }
    this.means = new float[size];
    this.squares = new float[size];
    this.epsilon = epsilon;
    this.weightDecay = weightDecay;
  }

  /**
   * Moves the weights by one step, in place.
   *
   * @param weights as many as at construction
   * @param gradients d loss / d weight
   * @param learningRate at least 0
   */
  public void step(float[] weights, float[] gradients, double learningRate) {
    if (weights.length != means.length || gradients.length != means.length) {
      throw new IllegalArgumentException(
          weights.length + " weights, " + gradients.length + " gradients, not " + means.length);
    }
    steps++;
    step(
        weights,
        gradients,
        new Moments(means, squares),
        pace(steps, learningRate, epsilon, weightDecay));
  }

  /** What a step's numbers are made of, the same for all weights. */
  record Pace(float rate, float scale, float epsilon, float decay) {}

  /**
   * How far a step goes.
   *
   * @param steps taken, with this one
   */
  static Pace pace(int steps, double learningRate, double epsilon, double weightDecay) {
    return new Pace(
        (float) (learningRate / (1 - Math.pow(BETA_1, steps))),
        (float) (1 / Math.sqrt(1 - Math.pow(BETA_2, steps))),
        (float) epsilon,
        (float) weightDecay);
  }

  /** Moves weights and moments by one step, in place. */
  static void step(float[] weights, float[] gradients, Moments moments, Pace pace) {
    float[] means = moments.means();
    float[] squares = moments.squares();
    float rate = pace.rate;
    float scale = pace.scale;
    float eps = pace.epsilon;
    float decay = pace.decay;
    for (int i = 0; i < weights.length; i++) {
      float g = gradients[i] + decay * weights[i];
      float m = (float) BETA_1 * means[i] + (float) (1 - BETA_1) * g;
      float v = (float) BETA_2 * squares[i] + (float) (1 - BETA_2) * g * g;
      means[i] = m;
      squares[i] = v;
      weights[i] -= rate * (m / ((float) Math.sqrt(v) * scale + eps));
    }
  }

  /** The moments and the number of steps under names that begin with {@code name}, to go on from later. */
  StateDict state(String name) {
    Map<String, WeightTensor> state = new LinkedHashMap<>();
    state.put(name + ".steps", WeightTensor.of(new long[] {steps}));
    state.put(name + ".mean", WeightTensor.of(means, means.length));
    state.put(name + ".square", WeightTensor.of(squares, squares.length));
    return StateDict.of(state);
  }

  /** Goes on from a {@link #state}. Throws {@link ProblemException} if it is missing or of another size. */
  void restore(String name, StateDict state) {
    steps = (int) state.get(name + ".steps").longView().get(0);
    SavedValues.copyInto(means, name + ".mean", state);
    SavedValues.copyInto(squares, name + ".square", state);
  }

  /** Cuts every gradient to {@code [-limit, limit]}, in place, as PyTorch's {@code clip_grad_value_}; NaN stays NaN. */
  public static void clip(float[] gradients, double limit) {
    float bound = (float) limit;
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = Math.max(-bound, Math.min(bound, gradients[i]));
    }
  }
}
