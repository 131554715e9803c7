package eifexplorer.math;

/**
 * A linear layer {@code e = W f + b} over rows f [N,F] at hand, while it learns by Adam; held where it is computed with, made
 * by {@link MatrixMath#learningLayer}. Used by one thread at a time. Freed by {@link #close}, or with the last reference to it.
 */
public interface LearningLayer extends AutoCloseable {
  /** The rows it learns from; safe for use from any thread. */
  interface Rows {
    /** N. */
    int count();

    /** F. */
    int size();

    /** Some rows [n,F] by their numbers, row major. */
    float[] gather(int[] numbers);
  }

  /**
   * A step of Adam.
   *
   * @param rate at least 0
   * @param epsilon above 0
   * @param weightDecay times the weight is added to its gradient, 0 or more
   * @param clip gradients are cut to [-clip, clip] first
   * @param movesBias whether b moves too
   */
  record Step(double rate, double epsilon, double weightDecay, double clip, boolean movesBias) {}

  /**
   * Adam's moments of some weights.
   *
   * @param means of the gradients
   * @param squares of the gradients, their means
   */
  record Moments(float[] means, float[] squares) {}

  /**
   * All that the next step depends on.
   *
   * @param weight W [E,F]
   * @param bias b [E]
   * @param steps taken since the moments were last forgotten
   */
  record State(float[] weight, float[] bias, Moments ofWeight, Moments ofBias, int steps) {}

  /** Embeddings [n,E] of the rows with these numbers, which the next {@link #add} is about. */
  float[] embeddings(int[] numbers);

  /**
   * Adds the gradients of the last {@link #embeddings}, times {@code share}, to those not yet used by a step.
   *
   * @param gradients d loss / d embedding [n,E]
   */
  void add(double share, double[] gradients);

  /** Moves W and b and clears the gradients. */
  void step(Step step);

  /** Forgets the moments, as a fresh optimiser would. */
  void forget();

  /** A copy of W [E,F]. */
  float[] weight();

  /** A copy of b [E]. */
  float[] bias();

  /** Whether W and b are finite. */
  default boolean isFinite() {
    return Doubles.areFinite(weight()) && Doubles.areFinite(bias());
  }

  /** A copy of what the next step depends on; gradients not yet used are not part of it. */
  State state();

  /** Goes on from a {@link #state} of the same sizes. */
  void restore(State state);

  @Override
  void close();
}
